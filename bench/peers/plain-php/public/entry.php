<?php

/* The plain-PHP chat's entry, with the protocol of docs/protocol.md for poll and post. */

require __DIR__ . '/../autoload.php';

(new PlainChat\Entry(require getenv('PLAINCHAT_CONFIG')))->run();
