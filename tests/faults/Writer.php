<?php

declare(strict_types=1);

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\OutcomeUnknown;
use OnlineChat\StoreUnavailable;

/** A process that posts to its visitor's conversation all the time, and notes each answer. */
final class Writer
{
    private readonly string $notes;

    public function __construct(private readonly Identity $visitor)
    {
        $this->notes = (string) tempnam(sys_get_temp_dir(), 'posts');
        Processes::spawn($this->run(...));
    }

    public function __destruct()
    {
        @unlink($this->notes);
    }

    /** Messages acknowledged so far. */
    public function posted(): int
    {
        return substr_count((string) file_get_contents($this->notes), '.');
    }

    /** @return list<string> */
    public function problems(): array
    {
        $notes = (string) file_get_contents($this->notes);
        return array_values(array_filter([
            str_contains($notes, '!') ? substr_count($notes, '!') . ' messages were not acknowledged at once' : '',
            str_contains($notes, '-') ? 'messages were refused' : '',
        ]));
    }

    private function run(): void
    {
        $chat = new Chat(onlinechat_options());
        $conversation = (int) $chat->conversations()->current($this->visitor);
        for ($i = 1; ; $i++) {
            $key = bin2hex(random_bytes(16));
            do {
                $posted = null;
                try {
                    $posted = $chat->conversations()->post($this->visitor, $key, $conversation, "Message $i");
                } catch (StoreUnavailable | OutcomeUnknown) {
                    file_put_contents($this->notes, '!', FILE_APPEND);
                }
            } while ($posted === null);
            file_put_contents($this->notes, $posted->accepted ? '.' : '-', FILE_APPEND);
            usleep(2000);
        }
    }
}
