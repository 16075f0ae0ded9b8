<?php

require __DIR__ . '/../../module/src/Entry/Entry.php';
