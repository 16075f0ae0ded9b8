<?php

namespace OnlineChat\Bench\Entry;

/** Both sides answer the polls that are measured as they should: 204, nothing new. */
final class Answers
{
    public static function areEmptyPolls(): void
    {
        foreach (['/entry.php', '/plain.php'] as $path) {
            $lines = file(Shops::requests($path, 'poll'), FILE_IGNORE_NEW_LINES);
            // Twice: the first poll of a page asks MySQL, the next do not.
            foreach ([...array_slice($lines, 0, 20), ...array_slice($lines, 0, 20)] as $line) {
                [$query, $ticket, $address] = explode(' ', $line);
                $curl = curl_init(Server::url() . $query);
                curl_setopt_array($curl, [
                    CURLOPT_RETURNTRANSFER => true,
                    CURLOPT_HTTPHEADER => ["Onlinechat-Ticket: $ticket", "X-Forwarded-For: $address"],
                ]);
                $body = curl_exec($curl);
                $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
                if ($status !== 204) {
                    throw new \RuntimeException("$path: an empty poll was meant, got $status $body");
                }
            }
        }
    }
}
