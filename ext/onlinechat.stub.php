<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

/*
 * The whole public API of the extension "onlinechat".
 *
 * Conventions. Times are whole milliseconds since 1970 (UTC) unless a name says otherwise.
 * Keys are 32 lower-case hex digits (128 random bits) chosen by the client, one a write (I4).
 * Text is UTF-8. Every method that reaches a store may throw StoreUnavailable; every write may
 * throw OutcomeUnknown (repeat it with the same key), KeyReused and NotAllowed. Wrong types are
 * TypeError; a value against a rule is InvalidValue, naming the field and the rule.
 */

namespace OnlineChat;

enum Role: string
{
    case Guest = "guest";
    case Customer = "customer";
    case Operator = "operator";
}

enum Status: string
{
    case Waiting = "waiting";
    case Ongoing = "ongoing";
    case Finished = "finished";
    case Archived = "archived";
}

enum Author: string
{
    case Visitor = "visitor";
    case Operator = "operator";
    /** Seen by operators only: notes of a transfer. */
    case Note = "note";
}

/** What a routing request came to. All of these are normal answers, none an exception. */
enum Outcome: string
{
    /** There is a place, and an operator has the conversation. */
    case Assigned = "assigned";
    /** No place: the conversation stands in the queue (if the shop's queue is on). */
    case Waiting = "waiting";
    /** All places taken: the shop's maximum or every operator's capacity (G19). */
    case Full = "full";
    /** Nobody is online. */
    case Closed = "closed";
    /** A place is kept for who is typing a first message. */
    case Held = "held";
    /** Done (end, offline, …). */
    case Done = "done";
    /** The visitor had an open conversation: the text went there. */
    case Posted = "posted";
    /** Another request was first (taken by a colleague, already ended, …). Nothing changed. */
    case Conflict = "conflict";
    /** The conversation is archived: start a new one with the text. */
    case Archived = "archived";
}

/** What becomes of an operator's open conversations at sign-off (G18). */
enum SignOff: string
{
    /** Refused with Outcome::Conflict while the operator has open conversations. */
    case Ask = "ask";
    case End = "end";
    /** To colleagues with places, else to the queue if it is on, else ended. */
    case HandOver = "hand_over";
}

/** What a shop page shows. */
enum Mode: string
{
    case Chat = "chat";
    /** No place now, but visitors may wait for one. */
    case Queue = "queue";
    /** The contact form (G6: offline mode is on). */
    case Form = "form";
    /** No window (G6: offline mode is off). */
    case None = "none";
}

/** Marks every exception of this extension. */
interface Exception extends \Throwable
{
}

/** MySQL or Redis cannot be used now; the message names which, and what to do. Nothing was written. */
class StoreUnavailable extends \RuntimeException implements Exception
{
    /** "mysql" or "redis" */
    public readonly string $store;
}

/** The answer to a write was lost: it may or may not have happened. The same key settles it (I4). */
class OutcomeUnknown extends \RuntimeException implements Exception
{
}

/** The tables are missing or of another version: run Chat::migrate(). */
class SchemaMismatch extends \RuntimeException implements Exception
{
}

/** A value against a rule. The message names the field and the rule. */
class InvalidValue extends \ValueError implements Exception
{
    public readonly string $field;
}

/** "malformed", "forged", "expired", "revoked" or "foreign" (of another shop). */
class InvalidTicket extends \RuntimeException implements Exception
{
    public readonly string $reason;
}

/** Not this person's conversation, or not this role's action (I9). */
class NotAllowed extends \RuntimeException implements Exception
{
}

/** An operator has blocked this visitor, or their address. */
class Blocked extends NotAllowed
{
    /** ms */
    public readonly int $until;
}

/** No such conversation, operator or history line in this shop. */
class NotFound extends \RuntimeException implements Exception
{
}

/** The key was used for another body (I4). */
class KeyReused extends \RuntimeException implements Exception
{
}

/** Too much at once; $retryAfter is in milliseconds. */
class RateLimited extends \RuntimeException implements Exception
{
    public readonly int $retryAfter;
}

/**
 * A person as a ticket names them (I9).
 *
 * @strict-properties
 * @not-serializable
 */
final class Identity
{
    public readonly Role $role;
    /** Guests: our random id, 32 hex digits. Customers, operators: PrestaShop's number. */
    public readonly string $person;
    /** Shown to the other side; at most 80 characters. */
    public readonly string $name;
    /** ISO code of the language, such as "en" or "fr-ca". */
    public readonly string $language;
    /** The session row the ticket rests on, "" if none. At most 64 of [A-Za-z0-9_-]. */
    public readonly string $session;
    /** Milliseconds; 0 in an identity that no ticket carries yet. */
    public readonly int $issued;
    public readonly int $expires;
    /** When the first ticket of this chain was made; renewing keeps it. */
    public readonly int $first;
    /** An operator who may see every open conversation, and take, end or transfer a colleague's. */
    public readonly bool $supervisor;
    /** A customer's, as the shop knows it when the ticket is made (G22); "" if not known. At most 255 characters. */
    public readonly string $email;
    /** At most 32 characters. */
    public readonly string $phone;

    /** @throws InvalidValue "supervisor" if it is not an operator's; "email", "phone" if it is not a customer's */
    public function __construct(Role $role, string $person, string $name = "", string $language = "", string $session = "", bool $supervisor = false, string $email = "", string $phone = "") {}
}

/**
 * A ticket is text: "v1.SHOP.ROLE.PERSON.LANGUAGE.SESSION.FIRST.ISSUED.EXPIRES.NAME[.ABOUT].SIGNATURE",
 * signed with HMAC-SHA256 under the shop's secret (design.md, Entry and tickets). ROLE is g, c, o, or s for an
 * operator who is a supervisor.
 *
 * @strict-properties
 * @not-serializable
 */
final class Ticket
{
    private function __construct() {}

    /** A new ticket of $seconds (30 to 3600). @throws InvalidValue */
    public function make(Identity $who, int $seconds = 600): string {}

    /** Checks form, signature, shop and time, without any store. @throws InvalidTicket */
    public function verify(#[\SensitiveParameter] string $ticket): Identity {}

    /**
     * A fresh ticket for the same person, until 8 h after the first. Asks MySQL whether it was revoked.
     * The caller checks that the person's session still exists.
     *
     * @throws InvalidTicket
     */
    public function renew(#[\SensitiveParameter] string $ticket, int $seconds = 600): string {}

    /**
     * No ticket of this person and session is good from now on: writes are refused at once, polls at
     * once if Redis is there, else within 30 s (I2).
     */
    public function revoke(Identity $who): void {}
}

/**
 * Where a conversation stands, as the answer to a routing request.
 *
 * @strict-properties
 * @not-serializable
 */
final class Placement
{
    public readonly Outcome $outcome;
    /** 0 if there is none. */
    public readonly int $conversation;
    /** The number of the message this request wrote, 0 if none. */
    public readonly int $number;
    public readonly ?Status $status;
    /** The employee's id, null if nobody has it. */
    public readonly ?int $operator;
    public readonly ?string $operatorName;
    /** Place in the queue from 1, 0 if not waiting. */
    public readonly int $position;
    /** ms until a place comes, by the places freed in the last hour; 0: not known, or not waiting. */
    public readonly int $estimate;
    /** Held until (ms), 0 if not held. */
    public readonly int $until;
    /** The number of the decision in the shop's order (I3), 0 if none was needed. */
    public readonly int $decision;
    /** True if this key had been answered before (I4). */
    public readonly bool $repeated;
}

/**
 * @strict-properties
 * @not-serializable
 */
final class Message
{
    public readonly int $number;
    public readonly Author $author;
    /** As it was when the message was written (G3). */
    public readonly string $name;
    public readonly string $text;
    /** ms */
    public readonly int $at;
}

/**
 * Messages $from to $to of a conversation, without those the reader may not see (notes): the range says
 * what the answer covers (I1). $to = $from - 1 if there are none.
 *
 * @strict-properties
 * @not-serializable
 */
final class Messages
{
    public readonly int $conversation;
    public readonly int $from;
    public readonly int $to;
    /** The newest number there is. */
    public readonly int $last;
    public readonly Status $status;
    /** Rises with every change of status, operator, the operator's presence, or who looks in. */
    public readonly int $revision;
    public readonly ?int $operator;
    public readonly ?string $operatorName;
    public readonly bool $operatorAway;
    public readonly int $position;
    /** ms until a place comes, by the places freed in the last hour; 0: not known, or not waiting. */
    public readonly int $estimate;
    /** The newest number the other side has read. */
    public readonly int $readByOther;
    /** The newest number the other side's browser has fetched; null if Redis cannot say and none was read. */
    public readonly ?int $deliveredToOther;
    /** The visitor may not write before then (ms), null: not blocked. */
    public readonly ?int $blockedUntil;
    /** @var Message[] */
    public readonly array $messages;
    /** ms */
    public readonly int $startedAt;
    /** ms; known in the history only, else 0. */
    public readonly int $finishedAt;
}

/**
 * @strict-properties
 * @not-serializable
 */
final class Posted
{
    public readonly int $conversation;
    public readonly int $number;
    /** ms */
    public readonly int $at;
    public readonly Status $status;
    public readonly bool $repeated;
    /** False: the conversation is archived, or there is no place to reopen it; nothing was written. */
    public readonly bool $accepted;
    public readonly Outcome $outcome;
}

/**
 * A line of an operator's board.
 *
 * @strict-properties
 * @not-serializable
 */
final class Conversation
{
    public readonly int $id;
    /** The history line; a guest's number is this (G12). */
    public readonly int $thread;
    public readonly Status $status;
    public readonly Role $role;
    /** Customer's id, null for guests. */
    public readonly ?int $customer;
    public readonly string $name;
    public readonly string $language;
    public readonly ?int $operator;
    public readonly ?string $operatorName;
    public readonly int $last;
    public readonly int $revision;
    public readonly int $readByOperator;
    public readonly int $readByVisitor;
    /** The newest message's text, at most 200 characters. */
    public readonly string $excerpt;
    public readonly int $startedAt;
    public readonly int $lastAt;
    public readonly int $waitingSince;
    /** False when every page of the visitor said good-bye or was silent for 75 s; null if Redis cannot say. */
    public readonly ?bool $here;
    /** The newest number the visitor's browser has fetched; null if Redis cannot say and none was read. */
    public readonly ?int $deliveredToVisitor;
    /** @var int[] operators who look in */
    public readonly array $assistants;
}

/**
 * An operator in this shop.
 *
 * @strict-properties
 * @not-serializable
 */
final class Operator
{
    public readonly int $id;
    public readonly string $name;
    public readonly bool $online;
    public readonly bool $away;
    public readonly int $capacity;
    /** Ongoing conversations. */
    public readonly int $load;
}

/**
 * Everything an operator's console lists.
 *
 * @strict-properties
 * @not-serializable
 */
final class Board
{
    public readonly Operator $me;
    /** @var Conversation[] the operator's own, newest message first */
    public readonly array $ongoing;
    /** @var Conversation[] own, until sign-off (G17) */
    public readonly array $finished;
    /** @var Conversation[] the queue, longest waiting first (at most 100) */
    public readonly array $waiting;
    /** @var Conversation[] a colleague's that I look in on, newest message first */
    public readonly array $assisting;
    /** @var Operator[] colleagues online */
    public readonly array $colleagues;
    /** Changes whenever the board may have changed; pass it to the next poll. */
    public readonly int $cursor;
    public readonly int $maximum;
    public readonly int $open;
    /** When the opening hours begin again, ms; 0: open now, no hours, or closed for the next 60 days. */
    public readonly int $opens;
}

/**
 * A visitor or an address that may not chat for a time.
 *
 * @strict-properties
 * @not-serializable
 */
final class Block
{
    public readonly int $id;
    /** "person" or "address" */
    public readonly string $what;
    /** The visitor's name as it was, or the address (of IPv6 its network). */
    public readonly string $name;
    /** Where it was done. */
    public readonly int $conversation;
    /** ms */
    public readonly int $until;
    /** The name of the operator who did it. */
    public readonly string $by;
    public readonly string $reason;
    /** ms */
    public readonly int $at;
    /** The conversation's line, by which a guest is named (G12); 0 if it is there no more. */
    public readonly int $thread;
    /** A blocked person's customer number, null of guests and addresses. */
    public readonly ?int $customer;
}

/**
 * The answer to a poll. Everything but $changed, $delay and $degraded is null when $changed is false.
 *
 * @strict-properties
 * @not-serializable
 */
final class Update
{
    public readonly bool $changed;
    /** Wait this long before the next poll, ms. */
    public readonly int $delay;
    /** Redis could not be asked: the answer is MySQL's, typing and presence are unknown. */
    public readonly bool $degraded;
    /** Visitor: the conversation with what is new in it. */
    public readonly ?Messages $messages;
    /** Operator: the board. */
    public readonly ?Board $board;
    /** Visitor: is the operator typing. Operator: ids of the conversations whose visitor types. */
    public readonly bool|array|null $typing;
    /** The version of the shop's settings the client should have, 0 if Redis cannot say. */
    public readonly int $settings;
    /** A sweep is due: call Router::sweep() after answering. */
    public readonly bool $sweep;
}

/**
 * The public status of a shop (no ticket).
 *
 * @strict-properties
 * @not-serializable
 */
final class ShopStatus
{
    public readonly Mode $mode;
    public readonly bool $degraded;
    /** Version of the settings. */
    public readonly int $settings;
    /** Ask again after, ms. */
    public readonly int $delay;
    /** When the opening hours begin again, ms; 0: open now, no hours, or closed for the next 60 days. */
    public readonly int $opens;
}

/**
 * A line of the history (G22).
 *
 * @strict-properties
 * @not-serializable
 */
final class Thread
{
    public readonly int $id;
    public readonly ?int $customer;
    public readonly string $name;
    public readonly ?string $email;
    public readonly ?string $phone;
    /** The customer's last message. */
    public readonly string $lastText;
    public readonly int $lastAt;
    /** Archived ones; 0 of a left message. */
    public readonly int $conversations;
    /** "conversation", or "message": left while there was no chat (G20) */
    public readonly string $kind;
    /** Where the filter "text" was found, at most 200 characters around it; null without that filter. */
    public readonly ?string $hit;
    /** Where a search in what was said has the line: the last message's time, in whole seconds, of what the hit is in. */
    public readonly ?int $hitAt;
    /** Of kind "message". */
    public readonly ?OfflineMessage $message;
}

/**
 * Lines of the history that a filter lets through.
 *
 * @strict-properties
 * @not-serializable
 */
final class HistoryPage
{
    /** @var Thread[] */
    public readonly array $lines;
    /** How many there are in all. */
    public readonly int $total;
    /**
     * False: about so many, as the database estimates (up to 10,000 or so they are counted); of a search in what was
     * said, as the index of words has them (up to 500 are counted).
     */
    public readonly bool $exact;
    /** Lines before this page, as far as known. */
    public readonly int $offset;
    /** Cursor of the page after this one; null: this is the last. */
    public readonly ?string $next;
    /** Cursor of the page before; null: this is the first. */
    public readonly ?string $previous;
}

/**
 * What happened in a period at one operator: counts, and sums of times, so that rows can be added up; an average is a sum
 * divided by its count. Medians and percentiles are not kept. A conversation counts in the half hour it started in (UTC),
 * at the operator who had it last, once it is archived and digested; a left message in the half hour it was left.
 * Deleting conversations does not change it.
 *
 * @strict-properties
 * @not-serializable
 */
final class Statistics
{
    /** The period, ms: from this on, */
    public readonly int $from;
    /** and before this. */
    public readonly int $to;
    /** null: nobody had these conversations at last; left messages are nobody's as well */
    public readonly ?int $operator;
    public readonly ?string $operatorName;
    public readonly int $conversations;
    /** of these, ended without that an operator ever had them */
    public readonly int $abandoned;
    /** messages left while there was no chat (or while waiting for it) */
    public readonly int $missed;
    /** conversations whose waiting time is known: an operator got them, since that is kept */
    public readonly int $waited;
    /** sum of theirs, ms: from the start to the first assignment */
    public readonly int $waitingTime;
    /** conversations in which an operator wrote */
    public readonly int $answered;
    /** sum of theirs, ms: from the start to the first message of an operator */
    public readonly int $answerTime;
    /** sum of all conversations, ms: from the start to the end */
    public readonly int $length;
    public readonly int $visitorMessages;
    /** without notes */
    public readonly int $operatorMessages;
}

/**
 * Some of a line's messages, see History::messages().
 *
 * @strict-properties
 * @not-serializable
 */
final class HistoryPart
{
    /** @var Messages[] */
    public readonly array $conversations;
    /** The cursor of the part after this one, null if nothing follows. */
    public readonly ?string $next;
}

/**
 * A message left while there was no chat.
 *
 * @strict-properties
 * @not-serializable
 */
final class OfflineMessage
{
    public readonly int $id;
    /** @var array<string, string> what was filled in: first_name, last_name, email, phone, message */
    public readonly array $fields;
    /** Customer's id, null for guests. */
    public readonly ?int $customer;
    public readonly string $language;
    /** ms */
    public readonly int $at;
    /** "new", "sent", "failed" or "off" (kept, not mailed) */
    public readonly string $state;
    /** Why it failed, "" if it did not. */
    public readonly string $reason;
    /** How often sending it was tried. */
    public readonly int $attempts;
}

/**
 * Answers that a customer was not there to read.
 *
 * @strict-properties
 * @not-serializable
 */
final class UnreadAnswer
{
    public readonly int $conversation;
    public readonly int $customer;
    public readonly string $name;
    /** As it was given at the start, "" if it was not: the shop knows the customer's own address. */
    public readonly string $email;
    public readonly string $language;
    /** @var Message[] the operators', oldest first */
    public readonly array $messages;
}

/**
 * One shop's chat.
 *
 * @strict-properties
 * @not-serializable
 */
final class Chat
{
    /**
     * Opens nothing yet: links are made when first needed and kept by the worker.
     *
     * @phpstan-param array{
     *   shop: int,
     *   prefix?: string,
     *   secrets: list<string>,
     *   mysql: array{host?: string, port?: int, socket?: string, user: string, password?: string, database: string, tls?: bool, ca?: string},
     *   redis: array{host?: string, port?: int, socket?: string, sentinels?: list<string>, service?: string, user?: string, password?: string, database?: int}
     * } $options shop from 1; prefix [A-Za-z0-9_]{0,32}, default "ps_"; one or two secrets of at least 32
     *   bytes, the first signs; either host (and port) or socket; for Redis also sentinels, 1 to 9 of "HOST:PORT", and
     *   the service they know the primary by: then each new link goes where they say it is
     * @throws InvalidValue
     */
    public function __construct(#[\SensitiveParameter] array $options) {}

    /** Brings the tables to this extension's schema, version by version; returns that version. */
    public function migrate(): int {}

    /** The schema's version in the database, 0 if there are no tables. */
    public function schema(): int {}

    /**
     * Stores the shop's settings in place of those before and tells open chats. Names left out get their
     * defaults, unknown names are kept for readers.
     *
     * @phpstan-param array{
     *   maximum?: int, queue?: bool, queue_limit?: int, offline_mode?: bool, capacity?: int,
     *   holds_per_address?: int, prefer_known?: bool, prefer_language?: bool, form?: array{ask?: list<string>, require?: list<string>},
     *   mail_unread?: bool, hide?: list<string>,
     *   hours?: array{zone: string, week: list<list<array{from: string, to: string}>>, holidays?: list<array{from: string, to: string}>}|null,
     *   public?: array<string, mixed>
     * } $settings maximum 1 to 10000 (G5), default 20; queue default false; queue_limit 1 to 10000, default
     *   100; offline_mode default true (G6); capacity of an operator who sets none, 1 to 1000, default 4;
     *   holds_per_address 1 to 1000, default 8; prefer_known (default false): the operator who served this customer
     *   last, if there is room with them; prefer_language (default false): then the best of those who speak the
     *   conversation's language; form: the fields of the
     *   form shown while there is no chat, of first_name, last_name, email, phone and message (ask: default all,
     *   message always; require: default email and message); mail_unread (default false): answers that nobody was
     *   there to read go by mail; public is handed to every visitor as it is;
     *   hours (default null: always): outside them visitors get the form and start nothing, unless a place is held for
     *   them already; what runs or waits goes on. zone: an identifier of PHP's time zones, whose changes of the next ten
     *   years are resolved now; week: seven lists, Monday first, of at most 6 spans "HH:MM" ("24:00" as an end; to <=
     *   from: into the next day); holidays: at most 200 spans of dates "YYYY-MM-DD", both included, on which nothing is
     *   open and no span begins;
     *   hide: at most 50 patterns (class Pattern) of pages without the chat, see Presence::status()
     * @return int the new version
     * @throws InvalidValue
     */
    public function publish(array $settings): int {}

    /** The published settings with defaults filled in, and "version". */
    public function settings(): array {}

    public function router(): Router {}

    public function conversations(): Conversations {}

    public function history(): History {}

    public function presence(): Presence {}

    public function mailbox(): Mailbox {}

    public function tickets(): Ticket {}

    /**
     * One token of a sliding-window limit, a person and an address each. While Redis is away each server counts for
     * itself.
     *
     * @param string $action "write", "start", "poll" or "form"
     * @throws RateLimited
     * @throws InvalidTicket if Redis knows the ticket as revoked
     */
    public function admit(?Identity $who, string $address, string $action): void {}

    /**
     * What is green and what is not, asked now and within the limits. history: how many archived conversations and left
     * messages History::digest() has not taken yet (up to 10,000 are counted, "more": perhaps more), and when the one that
     * waits longest was archived (ms, 0: none); not ok if that was over a day ago.
     *
     * @return array{mysql: array, redis: array, schema: array, breaker: array, clock: array,
     *   history: array{ok: bool, waiting: int, more: bool, since: int}}
     */
    public function health(): array {}

    /**
     * The shops that something is kept of in this database, under this prefix: also of those the shop system has no more.
     *
     * @return list<int> ascending
     */
    public function shops(): array {}

    /**
     * How much is kept of this shop: conversations in any state, left messages.
     *
     * @return array{conversations: int, messages: int}
     */
    public function kept(): array {}

    /**
     * Of a shop that is no more: ends and archives what was open when it went, as nobody else will, so that
     * History::expire() reaches it. The decision log's rule is "shop_gone".
     *
     * @return int of how many lines
     */
    public function endAll(): int {}

    /**
     * Of a shop that is no more: erases lines as History::erase() does, and after the last ones settings, statistics and
     * all else of it. Call it until it answers 0.
     *
     * @param int $limit 1 to 1000
     * @return int how many lines
     */
    public function eraseAll(int $limit = 100): int {}
}

/**
 * Routing: every change of who has a conversation. Each call is one transaction (I3).
 *
 * @strict-properties
 * @not-serializable
 */
final class Router
{
    private function __construct() {}

    /**
     * The operator goes online (or changes name, capacity and languages); $capacity 1 to 1000, null: the shop's (G11).
     *
     * @phpstan-param list<string>|null $languages ISO codes, at most 20; null: as they were (none for who comes online)
     */
    public function online(Identity $who, string $key, ?string $name = null, ?int $capacity = null, ?array $languages = null): Placement {}

    /** The operator goes offline: finished conversations are archived (G18). */
    public function offline(Identity $who, string $key, SignOff $mode = SignOff::Ask): Placement {}

    /** Keeps a place for 60 s, five minutes in all. Outcomes Held, Waiting (may queue), Full, Closed; of who has an open conversation: Assigned or Waiting, with it. */
    public function hold(Identity $who, string $address): Placement {}

    public function release(Identity $who): void {}

    /**
     * The first message. Outcomes Assigned, Waiting, Posted, Full, Closed.
     *
     * @phpstan-param array{email?: string, phone?: string} $about as known at the start (G22); by default what the
     *   ticket says. What a browser says belongs nowhere here
     * @param bool $first false if this key may have been sent before, or a place is held: the door is asked,
     *   never the gate
     */
    public function start(Identity $who, string $key, string $text, string $address, array $about = [], bool $first = true): Placement {}

    /**
     * A guest who signs in: their conversations that are not archived, and the place held for them, become the
     * customer's; the guest's tickets are revoked. What the guest had sent under a key counts as the customer's.
     *
     * @return int how many conversations
     * @throws NotAllowed unless it is from a guest to a customer
     */
    public function adopt(Identity $from, Identity $to, string $key): int {}

    /**
     * From the queue to this operator; by a supervisor from a colleague, too. Outcomes Assigned, Full (own
     * capacity, or no place), Conflict.
     */
    public function take(Identity $who, string $key, int $conversation): Placement {}

    /** To a colleague, by who has it or a supervisor. The note is a message that operators see. Outcomes Assigned, Full, Closed, Conflict. */
    public function transfer(Identity $who, string $key, int $conversation, int $operator, string $note = ""): Placement {}

    /**
     * Asks a colleague who is online to look in on an ongoing conversation: both see and write, no place is taken;
     * who has it, or a supervisor, still ends and transfers. They go when it ends, changes hands by sign-off, or
     * they sign off. The note is a message that operators see. By who has the conversation or a supervisor (who may
     * name themselves). Outcomes Done, Closed (not there), Full (eight look in), Conflict (not ongoing, in already,
     * another's).
     */
    public function invite(Identity $who, string $key, int $conversation, int $operator, string $note = ""): Placement {}

    /** Who looks in goes again. Outcomes Done, Conflict (not in). */
    public function leave(Identity $who, string $key, int $conversation): Placement {}

    /** By the visitor, the operator who has it or a supervisor. Outcomes Done, Conflict (ended already). */
    public function end(Identity $who, string $key, int $conversation): Placement {}

    /** Finished → ongoing. Outcomes Assigned, Waiting, Full, Closed, Archived, Conflict. */
    public function reopen(Identity $who, string $key, int $conversation): Placement {}

    /** Expires what is due (at most 50) and fills places. Returns how many changes it made. */
    public function sweep(): int {}

    /** What this operator's console shows. */
    public function board(Identity $who): Board {}

    /**
     * All open conversations of the shop, for supervisors: those after an id, oldest first.
     *
     * @param int $limit 1 to 1000
     * @return list<Conversation>
     * @throws NotAllowed
     */
    public function overview(Identity $who, int $after = 0, int $limit = 100): array {}

    /**
     * The visitor of a conversation, or the address it was started from, may not chat for a time: the conversation is
     * ended (a person's others, too), holds go, and hold(), start() and post() throw Blocked. A customer is blocked on every device; a guest
     * who signs in stays blocked. Blocked again, the new time counts. By who has the conversation, a supervisor, or
     * anybody where nobody has it. Outcomes Done, Conflict (a colleague's).
     *
     * @param string $what "person" or "address"
     * @param int $seconds 60 to 31536000
     * @param string $reason at most 255 characters, for operators
     * @throws InvalidValue
     */
    public function block(Identity $who, string $key, int $conversation, string $what, int $seconds, string $reason = ""): Placement {}

    /** Ends a block; one that is over already is no mistake. */
    public function unblock(Identity $who, int $block): void {}

    /**
     * Who is blocked now, newest first.
     *
     * @param int $limit 1 to 1000
     * @return list<Block>
     */
    public function blocks(Identity $who, int $limit = 100): array {}

    /**
     * The decision log (I3) in its order, for "why did A get it?" and the model test. Its times are
     * microseconds: no two decisions of a shop share one. "transaction" is the number of the first decision of the
     * same transaction.
     *
     * @return list<array<string, mixed>>
     */
    public function decisions(int $after = 0, int $limit = 100): array {}
}

/**
 * @strict-properties
 * @not-serializable
 */
final class Conversations
{
    private function __construct() {}

    /**
     * A message of 1 to 4,000 characters, not blank. In a finished conversation the visitor's message
     * reopens it (G17). $seen: the newest number the sender has read.
     */
    public function post(Identity $who, string $key, int $conversation, string $text, int $seen = 0): Posted {}

    /** Messages after a number, oldest first, at most $limit (1 to 200). */
    public function read(Identity $who, int $conversation, int $after = 0, int $limit = 100): Messages {}

    /**
     * The visitor's conversation that is not archived, null if there is none. Of several (after adopt()) an open
     * one, then the one with the newest message: start() and the widget go there.
     */
    public function current(Identity $who): ?int {}

    /** "I am typing", at most one signal in 3 s; false: stopped. Lost without Redis. */
    public function typing(Identity $who, int $conversation, bool $typing = true): void {}

    /** "I have read up to $number". Of operators, who has the conversation: who looks in reads for themselves. */
    public function seen(Identity $who, int $conversation, int $number): void {}

    /**
     * What is new for a visitor. One round trip to Redis when nothing is; MySQL is asked when something is,
     * or every 25 s anyway (I2).
     *
     * @param string $stream the tab's id, [A-Za-z0-9_-]{1,40}
     * @param int $after the newest number the client has
     * @param int $revision the newest revision it has
     */
    public function poll(Identity $who, string $address, string $stream, int $conversation, int $after, int $revision, bool $typing = false, bool $hidden = false): Update {}

    /**
     * What is new for an operator; $cursor is the board's.
     *
     * @param string $typing text state the client shows: comma-separated ids of conversations whose visitor types
     */
    public function watch(Identity $who, string $address, string $stream, int $cursor, string $typing = "", bool $hidden = false): Update {}
}

/**
 * @strict-properties
 * @not-serializable
 */
final class Presence
{
    private function __construct() {}

    /**
     * What a shop page shows; from Redis, or from MySQL when Redis cannot say.
     *
     * @param string $path of the page after the shop's base address and the language, at most 2000 bytes, "" unknown:
     *   Mode::None where a pattern of the setting "hide" matches. One that cannot be decided hides nothing.
     */
    public function status(string $path = ""): ShopStatus {}

    /** "This tab goes away"; the other tabs of the same person stay. */
    public function gone(Identity $who, string $stream, int $conversation = 0): void {}

    /**
     * Which of these conversations' visitors have a page that was heard from in the last 75 s and did not say good-bye.
     *
     * @phpstan-param list<int> $conversations
     * @return array<int, bool>|null null if Redis cannot say
     */
    public function here(array $conversations): ?array {}

    /**
     * The visitor looks at this page; the last five are known for 24 h, to operators only. Lost without Redis.
     *
     * @param string $url path and query ("/…") or an http(s) address, at most 2000 characters
     * @param string $title at most 200 characters
     * @param string $agent the browser as it names itself, at most 300 characters
     */
    public function visit(Identity $who, string $url, string $title, string $agent): void {}

    /**
     * Where the visitor of a conversation is and was, newest page first.
     *
     * @return array{pages: list<array{url: string, title: string, at: int}>, agent: string, here: bool|null}|null
     *   null if Redis cannot say
     */
    public function trail(Identity $who, int $conversation): ?array {}
}

/**
 * One person's part of the history, see History::export(): each line, by its number, and after a line of kind
 * "conversation" what was said in it, oldest first, some messages at a time as History::messages() has them. A line of
 * kind "message" holds the left message itself. Each step may throw what reading the database does (StoreUnavailable,
 * NotAllowed, …): there is then no current item, and next() tries again from the same place.
 *
 * @strict-properties
 * @not-serializable
 */
final class HistoryExport implements \Iterator
{
    private function __construct() {}

    /** Null before rewind(), after the end and after a failure. */
    public function current(): Thread|Messages|null {}

    /** Counts items from 0; null where there is none. */
    public function key(): ?int {}

    public function next(): void {}

    /** Begins anew, with what is there now. */
    public function rewind(): void {}

    public function valid(): bool {}
}

/**
 * @strict-properties
 * @not-serializable
 */
final class History
{
    private function __construct() {}

    /**
     * Lines with archived conversations and left messages, by the last message's date (G22).
     *
     * @phpstan-param array{
     *   kind?: "conversation"|"message"|null, thread?: int|null, customer?: int|null, guest?: bool|null,
     *   name?: string|null, email?: string|null, phone?: string|null, text?: string|null, operator?: int|null,
     *   from?: int|null, to?: int|null
     * } $filter null and "" ask for nothing. name, email, phone (at most 255 characters): how it begins, whatever case
     *   and accents; text (at most 100 characters): at most ten words, "phrases" and beginnings* (from two letters), all
     *   of them in one conversation or left message, whatever case and accents; each line stands where its newest such
     *   one does, and from, to and operator are that one's; operator: had a conversation of the line last; guest true:
     *   no customers; from, to: ms, the last message's, both included
     * @param int $limit 1 to 1000
     * @param string $cursor next or previous of a page with this filter and order: the lines after or before it as they
     *   are now, whatever came or moved up meanwhile; "": from the beginning, "end": the last lines
     * @param int $offset lines to pass over from there: with a cursor 0 to 10,000. Without one 0 to 1,000,000, if no more
     *   than 10,000 lie between there and the beginning or a page given in the last ten minutes. Past the end: the last page
     * @throws InvalidValue its field names the filter, "cursor" (of another filter, order or shop) or "offset" (too far);
     *   "operator", "name", "email" or "phone" too where lines that fit are so rare that it takes longer than 2 s;
     *   "text" with a code: 1 no letter or digit in it, 2 too many words, 3 a beginning of one letter, 4 of more than 64
     *   words, 5 it takes longer than 5 s
     */
    public function find(Identity $who, array $filter = [], int $limit = 50, string $cursor = "", int $offset = 0, bool $oldestFirst = false): HistoryPage {}

    /**
     * The exchange of a line in parts, oldest first (G23, G24): conversation by conversation, and of each the messages from
     * "from" to "to". A conversation goes on in the next part while its "to" is below its "last", and it began in an
     * earlier one if its "from" is above 1. A part costs what it shows, however long the line is.
     *
     * @param Identity|null $who null: the shop itself
     * @param string $cursor "": from the beginning; else the part's before
     * @param int $limit 1 to 1000 messages
     * @param bool $all also what is not archived yet: a person's own copy of their data has it
     * @throws InvalidValue "cursor" if it is of another shop, line or $all
     * @throws NotFound if there is no such line, or (without $all) nothing archived in it
     */
    public function messages(?Identity $who, int $thread, string $cursor = "", int $limit = 500, bool $all = false): HistoryPart {}

    /**
     * The same for an operator in the chat, who need not have the right to the whole history: earlier conversations of
     * whom they talk with (issue 5.6). One of the line's conversations is or was this operator's at last, is looked into by
     * them, or waits; a supervisor's also where one goes on.
     *
     * @param string $cursor as with messages()
     * @param int $limit 1 to 1000 messages
     * @throws NotAllowed none of the line's conversations is theirs
     * @throws NotFound if there is no such line, or nothing archived in it
     */
    public function earlier(Identity $who, int $thread, string $cursor = "", int $limit = 100): HistoryPart {}

    /** The left message that a line of kind "message" is, with its mail's state. @throws NotFound */
    public function offline(Identity $who, int $thread): OfflineMessage {}

    /**
     * Deletes lines with all that was said (G23). Finished conversations are archived first. Each of a line's
     * conversations goes as a whole or stays as a whole, whatever interrupts it; repeating it goes on. Lines that are
     * not there are no mistake.
     *
     * @phpstan-param list<int> $threads at most 1000
     * @return list<int> lines that stay as they are because a conversation in them is open
     */
    public function delete(Identity $who, array $threads): array {}

    /**
     * All that is kept of one person, for a copy of their data, read while it is walked through and in memory that does
     * not grow with it. By customer: their line and what they left; by email (in either case) and phone (whatever stands
     * between its digits): lines of guests, and left messages. With what is not archived yet.
     *
     * @param Identity|null $who null: the shop itself
     * @throws InvalidValue if nobody is named
     */
    public function export(?Identity $who, ?int $customer, string $email = "", string $phone = ""): HistoryExport {}

    /**
     * Erases one person, found as export() does: ends what is open, and deletes their lines with conversations, messages,
     * left messages, blocks and kept answers, and after the commit what Redis has of them. A Redis that is away fails
     * nothing: its keys end within a day. The decision log keeps a customer's number.
     *
     * @param Identity|null $who null: the shop itself
     * @return int how many lines
     * @throws InvalidValue if nobody is named
     */
    public function erase(?Identity $who, ?int $customer, string $email = "", string $phone = ""): int {}

    /**
     * What happened in each period, operator by operator; for an operator of this shop, whoever asks.
     *
     * @phpstan-param list<int> $bounds 2 to 400 ascending times, ms: the start of each period, and the end of the last. As
     *   days begin in the owner's time zone; what begins within a half hour (UTC) begins with the next one
     * @return list<Statistics> by period, then operator; nothing where nothing happened
     * @throws InvalidValue "bounds"
     */
    public function statistics(Identity $who, array $bounds): array {}

    /**
     * Deletes archived conversations and left messages whose last message is older, oldest first; a line that nothing is
     * left of goes. Call it until it answers 0.
     *
     * @param int $before ms
     * @param int $limit 1 to 1000
     * @return int how many conversations and left messages
     */
    public function expire(int $before, int $limit = 100): int {}

    /**
     * Makes what was archived and left findable by its words, and counts it for statistics(): the newest first, some
     * twenty in a transaction, which may be cut off anywhere and leaves each counted once. Router::offline() and
     * sweep() take a few each; call it until it answers 0 to take all. Several processes may do so at once.
     *
     * @param int $limit 1 to 10000
     * @return int how many conversations and left messages
     */
    public function digest(int $limit = 100): int {}
}

/**
 * Messages left while there is no chat (G20, G21).
 *
 * @strict-properties
 * @not-serializable
 */
final class Mailbox
{
    private function __construct() {}

    /**
     * Keeps a message until it is mailed. With a conversation of this visitor that waits in the queue, that ends
     * in the same transaction; one that an operator took meanwhile goes on.
     *
     * @param string $address the visitor's
     * @phpstan-param array{first_name?: string, last_name?: string, email?: string, phone?: string, message: string} $fields
     *   at most 80, 80, 255, 32 and 4000 characters; which are asked for and required is the setting "form"
     * @return int the message's number
     * @throws InvalidValue its field names the form's field
     * @throws Blocked the person or the address is, or who gives a blocked person's email
     */
    public function leave(?Identity $who, string $key, string $address, array $fields, string $language, int $conversation = 0): int {}

    /**
     * Messages to be mailed now, oldest first; each is this caller's for 60 s. Say of each what came of it: what was taken
     * five times without a word has failed.
     *
     * @param int $limit 1 to 100
     * @return list<OfflineMessage>
     */
    public function due(int $limit = 20): array {}

    /**
     * Of a message whose minute ran out and that another caller took meanwhile only "sent" counts. The caller is this
     * chat, with all its parts.
     *
     * @param string $state "sent", "failed" (due again after 1, 5, 30 minutes and 2 hours) or "off" (never mailed)
     * @param string $reason of a failure; its first 255 characters are kept
     */
    public function mailed(int $id, string $state, string $reason = ""): void {}

    /**
     * "Send again": due now, whatever became of it, with all its tries before it. Nothing changes while somebody is
     * sending it.
     *
     * @throws NotFound
     */
    public function again(Identity $who, int $id): void {}

    /**
     * Answers of conversations that ended in the last day which their customer has neither read nor is
     * there to read: five minutes after the end, no sign of them for five minutes. Each is this
     * caller's for 60 s. None unless the setting "mail_unread" is on. Of a conversation the next 200 messages; the one
     * with which a call has 500 is its last.
     *
     * @param int $limit 1 to 100
     * @return list<UnreadAnswer>
     */
    public function unread(int $limit = 20): array {}

    /**
     * These answers went by mail, up to this message's number. What another caller took meanwhile stays that caller's.
     *
     * @param int $upTo 0: this caller has begun no letter, and they are due again at once
     */
    public function answered(int $conversation, int $upTo): void {}

    /**
     * The letter with these answers failed: they are due again after 1, 5, 30 minutes and 2 hours. Somebody who took them
     * and never said what came of it counts as a failure, too.
     *
     * @return bool false: that was the fifth try, and the last; answers given later have tries of their own
     * @throws NotFound
     */
    public function unanswered(int $conversation): bool {}
}

/**
 * The owner's patterns: regular expressions as PCRE2 has them, without delimiters, matched as UTF-8 ("u"), compiled
 * through PHP's own cache and under its limits (pcre.backtrack_limit).
 *
 * @strict-properties
 * @not-serializable
 */
final class Pattern
{
    /** Why a pattern cannot be used, in English; null if it can. At most 300 bytes, UTF-8. */
    public static function problem(string $pattern): ?string {}

    /**
     * The index of the first pattern that matches, null if none does; false if that could not be decided: one before
     * it ran into PCRE's limits.
     *
     * @phpstan-param list<string> $patterns at most 50
     * @param string $subject UTF-8, at most 65536 bytes
     * @throws InvalidValue "patterns" if one cannot be used, "subject"
     */
    public static function first(array $patterns, string $subject): int|null|false {}
}

/**
 * Holds the browsers' streams and passes on what is published (docs/gateway.md). One process, on the command line; needs
 * the extension built with libevent.
 *
 * @strict-properties
 * @not-serializable
 */
final class Gateway
{
    /**
     * Listens at nothing yet.
     *
     * @phpstan-param array{
     *   shops: list<array<string, mixed>>, listen?: string, metrics?: string, proxies?: list<string>, heartbeat?: int,
     *   grace?: int, buffer?: int, most_streams?: int, streams_person?: int, streams_address?: int, shed?: int, memory?: int
     * } $options shops: options of Chat::__construct(), at least one; listen: "ADDRESS:PORT" or "unix:/path", default
     *   "127.0.0.1:8095"; metrics: the same, "" none (default); proxies: networks whose X-Forwarded-For counts, default
     *   127.0.0.0/8 and ::1 (who comes by a Unix socket is a proxy); heartbeat: s, 1 to 40, default 20; grace: s until who
     *   has no stream counts as having left, 1 to 50, default 10; buffer: bytes a reader may be behind, 4096 to 16777216,
     *   default 65536; most_streams: 1 to 1000000, default 50000; streams_person: 1 to 10000, default 20;
     *   streams_address: 1 to 1000000, default 200; shed: percent of one CPU or of memory, 10 to 95, from which typing is
     *   left out, default 80 (from 95 on new visitors are refused, too; messages never); memory: MB, default 0 (any)
     * @throws InvalidValue naming the option
     * @throws \Error without libevent, or in a web server
     */
    public function __construct(#[\SensitiveParameter] array $options) {}

    /**
     * Runs until SIGTERM, SIGINT or stop(): then streams are told to come back, and it returns within 10 s.
     *
     * @throws InvalidValue "listen" or "metrics", where it cannot listen
     */
    public function run(): void {}

    /** Ends run() soon; may be called from a signal handler. Before run(), that run ends at once. */
    public function stop(): void {}

    /**
     * What would keep it from running well; opens nothing for long.
     *
     * @return list<array{name: string, ok: bool, message: string}> name: "listen", "metrics", "redis SHOP", "files"
     */
    public function check(): array {}
}
