--TEST--
Settings: defaults, versions, unknown names kept, text that may stand in HTML
--EXTENSIONS--
onlinechat
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; skip_without_servers(); ?>
--FILE--
<?php
require __DIR__ . '/chat.inc';

use OnlineChat\Chat;

$chat = new Chat(served());
$chat->migrate();
echo json_encode($chat->settings()), "\n";
var_dump($chat->publish([]));
echo json_encode($chat->settings()), "\n";
var_dump($chat->publish([
    'maximum' => 3, 'queue' => true, 'queue_limit' => 7, 'offline_mode' => false, 'capacity' => 2, 'holds_per_address' => 1,
    'public' => ['header' => ['en' => '</script>', 'fr' => 'Été']], 'mail' => 'owner@example.com',
]));
echo json_encode($chat->settings(), JSON_UNESCAPED_UNICODE), "\n";
echo json_encode($chat->presence()->status()), "\n";
var_dump($chat->schema() === $chat->migrate());

/* The encoder runs PHP code, and that code may use the chat. */
var_dump($chat->publish(['public' => ['n' => new class ($chat) implements JsonSerializable {
    public function __construct(private Chat $chat)
    {
    }

    public function jsonSerialize(): mixed
    {
        return $this->chat->settings()['version'];
    }
}]]));
echo json_encode($chat->settings()['public']), "\n";
$health = $chat->health();
$same = $health['schema']['version'] === $health['schema']['expected'];
var_dump($health['mysql']['ok'], $health['redis']['ok'], $health['schema']['ok'] && $same, $health['clock']['ok'], $health['breaker']);
?>
===DONE===
--EXPECT--
{"maximum":20,"queue":false,"queue_limit":100,"offline_mode":true,"capacity":4,"holds_per_address":8,"prefer_known":false,"prefer_language":false,"public":[],"hide":[],"hours":null,"form":{"ask":["first_name","last_name","email","phone","message"],"require":["email","message"]},"mail_unread":false,"version":0}
int(1)
{"maximum":20,"queue":false,"queue_limit":100,"offline_mode":true,"capacity":4,"holds_per_address":8,"prefer_known":false,"prefer_language":false,"public":[],"hide":[],"hours":null,"form":{"ask":["first_name","last_name","email","phone","message"],"require":["email","message"]},"mail_unread":false,"version":1}
int(2)
{"maximum":3,"queue":true,"queue_limit":7,"offline_mode":false,"capacity":2,"holds_per_address":1,"public":{"header":{"en":"<\/script>","fr":"Été"}},"mail":"owner@example.com","prefer_known":false,"prefer_language":false,"hide":[],"hours":null,"form":{"ask":["first_name","last_name","email","phone","message"],"require":["email","message"]},"mail_unread":false,"version":2}
{"mode":"none","degraded":false,"settings":2,"delay":60000,"opens":0}
bool(true)
int(3)
{"n":2}
bool(true)
bool(true)
bool(true)
bool(true)
array(2) {
  ["mysql"]=>
  array(3) {
    ["open"]=>
    bool(false)
    ["ms"]=>
    int(0)
    ["times"]=>
    int(0)
  }
  ["redis"]=>
  array(3) {
    ["open"]=>
    bool(false)
    ["ms"]=>
    int(0)
    ["times"]=>
    int(0)
  }
}
===DONE===
