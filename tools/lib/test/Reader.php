<?php

namespace OnlineChat\Tools\Test;

/** Reads results out of what a test runner prints. */
interface Reader
{
    /**
     * @param string $line without its end
     * @return list<Result>
     */
    public function line(string $line): array;

    /**
     * What is known only once the runner has ended.
     *
     * @return list<Result>
     */
    public function end(int $status): array;
}
