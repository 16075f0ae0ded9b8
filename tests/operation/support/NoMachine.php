<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Operation;

/** The system lets nobody have a machine of their own; its message says what was refused. */
final class NoMachine extends \RuntimeException
{
}
