--TEST--
Ticket: expired, from the future, and at the end of its chain
--EXTENSIONS--
onlinechat
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Chat;

/* A ticket as another server would have signed it, at any time. */
function signed(int $first, int $issued, int $expires): string
{
    $text = 'v1.1.c.42.en.s.' . "$first.$issued.$expires.";
    return "$text." . rtrim(strtr(base64_encode(hash_hmac('sha256', $text, str_repeat('s', 32), true)), '+/', '-_'), '=');
}

$tickets = (new Chat(options()))->tickets();
$now = (int) (microtime(true) * 1000);
echo $tickets->verify(signed($now - 1000, $now - 1000, $now + 60000))->person, "\n";
echo "a clock 30 s ahead: ", $tickets->verify(signed($now, $now + 30000, $now + 60000))->person, "\n";
thrown(fn () => $tickets->verify(signed($now - 9000, $now - 9000, $now - 1)));
thrown(fn () => $tickets->verify(signed($now, $now + 90000, $now + 100000)));
thrown(fn () => $tickets->verify(signed($now, $now + 5000, $now + 5000)));
thrown(fn () => $tickets->renew(signed($now - 9000, $now - 9000, $now - 1)));
?>
===DONE===
--EXPECT--
42
a clock 30 s ahead: 42
OnlineChat\InvalidTicket [reason expired]: The ticket has expired: ask for a new one
OnlineChat\InvalidTicket [reason expired]: The ticket is of a time to come: the clock of the server that made it and this one's differ by over a minute
OnlineChat\InvalidTicket [reason malformed]: The ticket has not the form of a ticket
OnlineChat\InvalidTicket [reason expired]: The ticket has expired: ask for a new one
===DONE===
