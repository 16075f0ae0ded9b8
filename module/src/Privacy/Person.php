<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Privacy;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Chat;
use OnlineChat\Identity;
use OnlineChat\Role;
use OnlineChat\Thread;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Publisher;

/** What the chats of all shops know of one person: handed out, or erased. psgdpr names a customer, an email or a phone. */
final class Person
{
    private ?int $customer;
    private string $email;
    private string $phone;

    /** @param array<string, mixed> $about a Customer as an array, ['email' => …] or ['phone' => …] */
    public function __construct(array $about, private ChatFactory $chats)
    {
        $id = (int) ($about['id'] ?? 0);
        $this->customer = $id > 0 ? $id : null;
        $this->email = \trim((string) ($about['email'] ?? ''));
        $this->phone = \trim((string) ($about['phone'] ?? ''));
    }

    /** @return int how many lines of the history went */
    public function erase(): int
    {
        $lines = 0;
        foreach ($this->chats() as $chat) {
            foreach ($this->closedAccounts($chat) as $customer) {
                $lines += $chat->history()->erase(null, $customer);
            }
            $lines += $chat->history()->erase(null, $this->customer, $this->email, $this->phone);
        }

        return $lines;
    }

    /** @return list<array<string, string>> a row a message, as psgdpr's tables want them */
    public function export(): array
    {
        $rows = [];
        foreach ($this->chats() as $shop => $chat) {
            $lines = $chat->history()->person(null, $this->customer, $this->email, $this->phone);
            foreach ($this->closedAccounts($chat) as $customer) {
                \array_push($lines, ...$chat->history()->person(null, $customer));
            }
            foreach ($lines as $line) {
                \array_push($rows, ...$this->rows($shop, $chat, $line));
            }
        }

        return $rows;
    }

    /** @return iterable<string, Chat> by the shop's name */
    private function chats(): iterable
    {
        if ($this->customer === null && $this->email === '' && $this->phone === '') {
            return;
        }
        foreach (Publisher::shops() as $shop) {
            yield (string) $shop->name => $this->chats->open((int) $shop->id);
        }
    }

    /**
     * Customers who chatted under this email and have no account any more: nobody can ask for them by their number.
     * Whoever has one keeps their conversations, whatever email they bore.
     *
     * @return list<int>
     */
    private function closedAccounts(Chat $chat): array
    {
        $found = [];
        if ($this->customer !== null || $this->email === '') {
            return $found;
        }
        $shopItself = new Identity(Role::Operator, '1');
        foreach ($chat->history()->find($shopItself, ['email' => $this->email, 'guest' => false], 1000)->lines as $line) {
            $same = \mb_strtolower((string) $line->email) === \mb_strtolower($this->email);
            if ($line->customer !== null && $same && !\Customer::customerIdExistsStatic($line->customer)) {
                $found[] = $line->customer;
            }
        }

        return $found;
    }

    /** @return list<array<string, string>> */
    private function rows(string $shop, Chat $chat, Thread $line): array
    {
        $about = ['shop' => $shop, 'email' => (string) $line->email, 'phone' => (string) $line->phone];
        if ($line->message !== null) {
            return [self::row($line->message->at, $line->name, $line->message->fields['message'] ?? '', $about)];
        }
        $rows = [];
        foreach ($chat->history()->read(null, $line->id, true) as $conversation) {
            foreach ($conversation->messages as $message) {
                $rows[] = self::row($message->at, $message->name, $message->text, $about);
            }
        }

        return $rows;
    }

    /**
     * @param array<string, string> $about
     *
     * @return array<string, string>
     */
    private static function row(int $at, string $name, string $text, array $about): array
    {
        return ['date' => \date('Y-m-d H:i:s', \intdiv($at, 1000)), 'name' => $name, 'text' => $text] + $about;
    }
}
