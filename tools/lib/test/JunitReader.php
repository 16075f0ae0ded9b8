<?php

namespace OnlineChat\Tools\Test;

/** PHPUnit's --log-junit file, read once PHPUnit has ended; one of a former run is none. */
final class JunitReader implements Reader
{
    private readonly int $since;

    public function __construct(private readonly string $file)
    {
        $this->since = time();
    }

    public function line(string $line): array
    {
        return [];
    }

    public function end(int $status): array
    {
        clearstatcache();
        if (!is_file($this->file) || filemtime($this->file) < $this->since) {
            return [];
        }
        $results = [];
        foreach (simplexml_load_file($this->file)->xpath('//testcase') as $case) {
            $results[] = $this->result($case);
        }
        return $results;
    }

    private function result(\SimpleXMLElement $case): Result
    {
        $class = preg_replace('/^.*\\\\/', '', (string) $case['class']);
        $name = "$class: {$case['name']}";
        foreach (['failure', 'error', 'warning'] as $kind) {
            if (isset($case->$kind)) {
                return new Result($name, Result::FAILED, trim((string) $case->$kind));
            }
        }
        return new Result($name, isset($case->skipped) ? Result::SKIPPED : Result::PASSED);
    }
}
