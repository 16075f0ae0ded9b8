<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Queries;

/** docs/queries.md: written, and what differs from it. */
final class Page
{
    private const HEAD = <<<'END'
        # What each query touches

        Written by `tools/queries --write`, compared by `tools/test queries`: each kind of question is asked through the
        public classes of the extension in a shop of 20,000 conversations, the server's log says by which statements, and
        the server explains each (%s). An index that is lost, or a statement that no longer goes along one, fails the
        suite; so does this page where it says too much.

        *Equal*: the rows that begin with these columns' values. *Range*: from one value on, as many as are asked for.
        *One row*: by a unique key. *Sorted*, *gathered*: those rows are put in order or together afterwards, not read in it.
        What a statement makes for itself (derived tables, unions) is left out.

        END;

    public function __construct(private readonly string $file)
    {
    }

    /** @param array<string, array{why: string, lines: list<string>}> $classes */
    public function write(array $classes, string $server): void
    {
        $text = sprintf(self::HEAD, $server);
        foreach ($classes as $name => ['why' => $why, 'lines' => $lines]) {
            $text .= "\n## $name\n\n$why\n\n| | Table | How | Key |\n|---|---|---|---|\n";
            foreach ($lines as $line) {
                $text .= "| $line |\n";
            }
        }
        file_put_contents($this->file, $text);
    }

    /** @return array<string, list<string>> class => lines, as the page has them */
    public function read(): array
    {
        $classes = [];
        $name = '';
        foreach (file($this->file, FILE_IGNORE_NEW_LINES) as $line) {
            if (str_starts_with($line, '## ')) {
                $classes[$name = substr($line, 3)] = [];
            } elseif (str_starts_with($line, '| ') && !str_starts_with($line, '| | ')) {
                $classes[$name][] = substr($line, 2, -2);
            }
        }
        return $classes;
    }
}
