--TEST--
Objects: constructors called twice or skipped, no copies, parts keep their chat
--EXTENSIONS--
onlinechat
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Chat;

$chat = new Chat(options());
thrown(fn () => $chat->__construct(options()));
thrown(fn () => clone $chat);
thrown(fn () => serialize($chat));
thrown(fn () => unserialize('O:15:"OnlineChat\Chat":0:{}'));
thrown(function () use ($chat) { $chat->x = 1; });
thrown(fn () => (new ReflectionClass(Chat::class))->newInstanceWithoutConstructor());


foreach (['router', 'conversations', 'history', 'presence', 'mailbox', 'tickets'] as $name) {
    $part = (new Chat(options()))->$name();
    echo get_class($part), "\n";
    thrown(fn () => clone $part);
    thrown(fn () => serialize($part));
    thrown(function () use ($part) { $part->x = 1; });
    $class = get_class($part);
    thrown(fn () => new $class());
    thrown(fn () => (new ReflectionClass($class))->newInstanceWithoutConstructor());
}
/* The chat is gone from here; the part still has it. */
$tickets = (new Chat(options()))->tickets();
echo strlen($tickets->make(guest())) > 60 ? "the part works\n" : "no ticket\n";

foreach (['Placement', 'Message', 'Messages', 'Posted', 'Conversation', 'Operator', 'Board', 'Update', 'ShopStatus', 'Thread', 'HistoryPage', 'OfflineMessage', 'UnreadAnswer'] as $name) {
    $class = "OnlineChat\\$name";
    thrown(fn () => new $class());
    echo (new ReflectionClass($class))->isFinal() ? 'final' : 'open', ' ';
    $readonly = array_filter((new ReflectionClass($class))->getProperties(), fn ($p) => !$p->isReadOnly());
    echo $readonly ? 'not readonly' : 'readonly', "\n";
}
?>
===DONE===
--EXPECT--
Error: OnlineChat\Chat::__construct() has already been called
Error: Trying to clone an uncloneable object of class OnlineChat\Chat
Exception: Serialization of 'OnlineChat\Chat' is not allowed
Exception: Unserialization of 'OnlineChat\Chat' is not allowed
Error: Cannot create dynamic property OnlineChat\Chat::$x
ReflectionException: Class OnlineChat\Chat is an internal class marked as final that cannot be instantiated without invoking its constructor
OnlineChat\Router
Error: Trying to clone an uncloneable object of class OnlineChat\Router
Exception: Serialization of 'OnlineChat\Router' is not allowed
Error: Cannot create dynamic property OnlineChat\Router::$x
Error: Call to private OnlineChat\Router::__construct() from global scope
ReflectionException: Class OnlineChat\Router is an internal class marked as final that cannot be instantiated without invoking its constructor
OnlineChat\Conversations
Error: Trying to clone an uncloneable object of class OnlineChat\Conversations
Exception: Serialization of 'OnlineChat\Conversations' is not allowed
Error: Cannot create dynamic property OnlineChat\Conversations::$x
Error: Call to private OnlineChat\Conversations::__construct() from global scope
ReflectionException: Class OnlineChat\Conversations is an internal class marked as final that cannot be instantiated without invoking its constructor
OnlineChat\History
Error: Trying to clone an uncloneable object of class OnlineChat\History
Exception: Serialization of 'OnlineChat\History' is not allowed
Error: Cannot create dynamic property OnlineChat\History::$x
Error: Call to private OnlineChat\History::__construct() from global scope
ReflectionException: Class OnlineChat\History is an internal class marked as final that cannot be instantiated without invoking its constructor
OnlineChat\Presence
Error: Trying to clone an uncloneable object of class OnlineChat\Presence
Exception: Serialization of 'OnlineChat\Presence' is not allowed
Error: Cannot create dynamic property OnlineChat\Presence::$x
Error: Call to private OnlineChat\Presence::__construct() from global scope
ReflectionException: Class OnlineChat\Presence is an internal class marked as final that cannot be instantiated without invoking its constructor
OnlineChat\Mailbox
Error: Trying to clone an uncloneable object of class OnlineChat\Mailbox
Exception: Serialization of 'OnlineChat\Mailbox' is not allowed
Error: Cannot create dynamic property OnlineChat\Mailbox::$x
Error: Call to private OnlineChat\Mailbox::__construct() from global scope
ReflectionException: Class OnlineChat\Mailbox is an internal class marked as final that cannot be instantiated without invoking its constructor
OnlineChat\Ticket
Error: Trying to clone an uncloneable object of class OnlineChat\Ticket
Exception: Serialization of 'OnlineChat\Ticket' is not allowed
Error: Cannot create dynamic property OnlineChat\Ticket::$x
Error: Call to private OnlineChat\Ticket::__construct() from global scope
ReflectionException: Class OnlineChat\Ticket is an internal class marked as final that cannot be instantiated without invoking its constructor
the part works
Error: OnlineChat\Placement objects are made by the chat only
final readonly
Error: OnlineChat\Message objects are made by the chat only
final readonly
Error: OnlineChat\Messages objects are made by the chat only
final readonly
Error: OnlineChat\Posted objects are made by the chat only
final readonly
Error: OnlineChat\Conversation objects are made by the chat only
final readonly
Error: OnlineChat\Operator objects are made by the chat only
final readonly
Error: OnlineChat\Board objects are made by the chat only
final readonly
Error: OnlineChat\Update objects are made by the chat only
final readonly
Error: OnlineChat\ShopStatus objects are made by the chat only
final readonly
Error: OnlineChat\Thread objects are made by the chat only
final readonly
Error: OnlineChat\HistoryPage objects are made by the chat only
final readonly
Error: OnlineChat\OfflineMessage objects are made by the chat only
final readonly
Error: OnlineChat\UnreadAnswer objects are made by the chat only
final readonly
===DONE===
