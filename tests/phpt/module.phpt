--TEST--
The module: phpinfo(), limits, classes and enums
--EXTENSIONS--
onlinechat
--INI--
onlinechat.redis_connect_ms=100
onlinechat.redis_read_ms=200
onlinechat.mysql_connect_s=2
onlinechat.mysql_read_s=3
--FILE--
<?php
$extension = new ReflectionExtension('onlinechat');
echo implode(' ', array_keys($extension->getDependencies())), "\n";
foreach ($extension->getINIEntries() as $name => $value) {
    echo "$name $value\n";
}
var_dump(ini_set('onlinechat.redis_read_ms', '300'));
foreach ($extension->getClasses() as $class) {
    echo $class->isEnum() ? 'enum ' : ($class->isInterface() ? 'interface ' : ($class->isFinal() ? 'final ' : '')), $class->getName();
    echo $class->getParentClass() ? ' extends ' . $class->getParentClass()->getName() : '', "\n";
}
foreach (['Role', 'Status', 'Author', 'Outcome', 'SignOff', 'Mode'] as $name) {
    echo $name, ': ', implode(' ', array_map(fn ($case) => $case->value, ("OnlineChat\\$name")::cases())), "\n";
}
ob_start();
phpinfo(INFO_MODULES);
preg_match('/\nonlinechat\n(.*?)\nonlinechat\.polls/s', ob_get_clean(), $section);
echo preg_replace('/ => (MariaDB Connector\/C )?[0-9.]+$| => \/.*$| => libevent .*$| => none: built .*$/m', ' => N', $section[1]), "\n";
?>
===DONE===
--EXPECT--
pcre hash json spl
onlinechat.redis_connect_ms 100
onlinechat.redis_read_ms 200
onlinechat.mysql_connect_s 2
onlinechat.mysql_read_s 3
onlinechat.mysql_lock_wait_s 1
onlinechat.pool_links 8
onlinechat.breaker_ms 500
onlinechat.polls_per_second 1500
bool(false)
enum OnlineChat\Role
enum OnlineChat\Status
enum OnlineChat\Author
enum OnlineChat\Outcome
enum OnlineChat\SignOff
enum OnlineChat\Mode
interface OnlineChat\Exception
OnlineChat\StoreUnavailable extends RuntimeException
OnlineChat\OutcomeUnknown extends RuntimeException
OnlineChat\SchemaMismatch extends RuntimeException
OnlineChat\InvalidTicket extends RuntimeException
OnlineChat\NotAllowed extends RuntimeException
OnlineChat\NotFound extends RuntimeException
OnlineChat\KeyReused extends RuntimeException
OnlineChat\RateLimited extends RuntimeException
OnlineChat\InvalidValue extends ValueError
OnlineChat\Blocked extends OnlineChat\NotAllowed
final OnlineChat\Identity
final OnlineChat\Placement
final OnlineChat\Message
final OnlineChat\Messages
final OnlineChat\Posted
final OnlineChat\Conversation
final OnlineChat\Operator
final OnlineChat\Board
final OnlineChat\Update
final OnlineChat\ShopStatus
final OnlineChat\Thread
final OnlineChat\HistoryPage
final OnlineChat\HistoryPart
final OnlineChat\Statistics
final OnlineChat\Block
final OnlineChat\OfflineMessage
final OnlineChat\UnreadAnswer
final OnlineChat\Pattern
final OnlineChat\Ticket
final OnlineChat\Router
final OnlineChat\Conversations
final OnlineChat\Presence
final OnlineChat\History
final OnlineChat\Mailbox
final OnlineChat\Chat
final OnlineChat\Gateway
final OnlineChat\HistoryExport
Role: guest customer operator
Status: waiting ongoing finished archived
Author: visitor operator note
Outcome: assigned waiting full closed held done posted conflict archived
SignOff: ask end hand_over
Mode: chat queue form none

Live chat engine => enabled
Version => N
hiredis headers version => N
hiredis library => N
MySQL client headers version => N
MySQL client library version => N
Gateway => N
Schema version => N
SIGPIPE => is ignored or handled

                               This worker                               
Links kept => N
MySQL links opened => N
MySQL links reused => N
MySQL links closed dirty => N
MySQL links dropped after fork => N
MySQL links evicted => N
MySQL links errors => N
MySQL links refused by breaker => N
Redis links opened => N
Redis links reused => N
Redis links closed dirty => N
Redis links dropped after fork => N
Redis links evicted => N
Redis links errors => N
Redis links refused by breaker => N
Redis commands => N
MySQL batches => N
Redis scripts loaded => N

               Circuit breakers, all workers of this server               

Directive => Local Value => Master Value
onlinechat.breaker_ms => 500 => N
onlinechat.mysql_connect_s => 2 => N
onlinechat.mysql_lock_wait_s => 1 => N
onlinechat.mysql_read_s => 3 => N
===DONE===
