<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Queries;

/** What a statement touches, of the server's own explanation: table, how, by which key and which of its columns. */
final class Plan
{
    private const HOW = ['ALL' => 'FULL SCAN', 'index' => 'whole key', 'range' => 'range', 'ref' => 'equal', 'eq_ref' => 'one row',
        'const' => 'one row', 'system' => 'one row', 'ref_or_null' => 'equal', 'unique_subquery' => 'one row',
        'index_subquery' => 'equal', 'index_merge' => 'several keys'];

    /** @return list<string> lines of a table: "read | `thread` | range | line (shop, last_at)" */
    public static function of(Database $database, string $statement): array
    {
        // A limit of time may stand before it.
        $statement = preg_replace('~^/\*M!\d+ SET STATEMENT [^*]*\*/ ~', '', $statement);
        $verb = strtoupper(strtok(ltrim($statement, '( '), " \n") ?: '');
        if (!in_array($verb, ['SELECT', 'UPDATE', 'DELETE', 'INSERT'], true) || !str_contains($statement, '`q_onlinechat_')) {
            return [];
        }
        if ($verb === 'INSERT' && !preg_match('/\bSELECT\b/', $statement)) {
            preg_match('/`q_onlinechat_(\w+)`/', $statement, $table);
            return ["insert | `$table[1]` | a row | "];
        }
        preg_match_all('/`q_onlinechat_(\w+)`(?: (?:AS )?(\w+))?/', $statement, $names, PREG_SET_ORDER);
        $tables = [];
        foreach ($names as $name) {
            $tables[$name[2] ?? ''] = $tables["q_onlinechat_$name[1]"] = $name[1];
        }
        $what = ['SELECT' => 'read', 'UPDATE' => 'update', 'DELETE' => 'delete', 'INSERT' => 'insert'][$verb];
        $what .= preg_match('/FOR UPDATE$/', rtrim($statement)) ? ', locked' : '';
        $lines = [];
        self::walk($database->explain($statement), '', static function (array $table, string $sorted) use (&$lines, $tables, $what): void {
            $name = $tables[$table['table_name']] ?? $table['table_name'];
            $how = self::HOW[$table['access_type']] ?? $table['access_type'];
            $parts = implode(', ', $table['used_key_parts'] ?? []);
            $key = isset($table['key']) ? $table['key'] . ($parts === '' ? '' : " ($parts)") : '';
            $lines[] = "$what | `$name` | $how$sorted | $key";
        });
        // By a unique key, and it is not there.
        return $lines === [] ? ["$what | `{$names[0][1]}` | one row | "] : $lines;
    }

    private static function walk(array $node, string $sorted, callable $found): void
    {
        foreach ($node as $key => $value) {
            if (!is_array($value)) {
                continue;
            }
            $below = match ($key) {
                'query_block' => '', // a statement within the statement, with an order of its own
                'filesort', 'read_sorted_file' => ', sorted',
                'temporary_table' => $sorted === '' ? ', gathered' : $sorted,
                default => $sorted,
            };
            // What a statement itself made is small: "<derived2>", "<union1,2>".
            if (isset($value['access_type'], $value['table_name']) && !str_starts_with($value['table_name'], '<')) {
                $found($value, $below);
            }
            self::walk($value, $below, $found);
        }
    }
}
