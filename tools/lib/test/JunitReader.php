<?php

namespace OnlineChat\Tools\Test;

/** PHPUnit's --log-junit file, read once PHPUnit has ended. */
final class JunitReader implements Reader
{
    public function __construct(private readonly string $file)
    {
        @unlink($file);
    }

    public function line(string $line): array
    {
        return [];
    }

    public function end(int $status): array
    {
        if (!is_file($this->file)) {
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
