<?php

require __DIR__ . '/../peers/plain-php/public/entry.php';
