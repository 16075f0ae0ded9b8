<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Privacy;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Chat;
use OnlineChat\HistoryExport;
use OnlineChat\Identity;
use OnlineChat\Messages;
use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\GoneShops;
use PrestaShop\Module\OnlineChat\Shop\Publisher;

/** What the chats of all shops know of one person: handed out, or erased. psgdpr names a customer, an email or a phone. */
final class Person
{
    /** Rows of an export: some 10 MiB of PHP's memory. */
    private const MOST = 10000;

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

    /**
     * psgdpr wants all of it at once, in an array: of somebody who said more than fits there the oldest, with a last row
     * that says where the whole is.
     *
     * @return list<array<string, string>> a row a message, as psgdpr's tables want them
     */
    public function export(): array
    {
        $rows = [];
        foreach ($this->rows() as $row) {
            if (\count($rows) === self::MOST) {
                $rows[] = self::row(\time() * 1000, '', \Context::getContext()->getTranslator()->trans('This list ends here, but more is kept of this person. The whole of it: Conversation history, the lines of this person, Export as JSON.', [], 'Modules.Onlinechat.Admin'), ['shop' => '', 'email' => '', 'phone' => '']);
                break;
            }
            $rows[] = $row;
        }

        return $rows;
    }

    /** @return \Generator<int, array<string, string>> */
    private function rows(): \Generator
    {
        foreach ($this->chats() as $shop => $chat) {
            yield from self::rowsOf($shop, $chat->history()->export(null, $this->customer, $this->email, $this->phone));
            foreach ($this->closedAccounts($chat) as $customer) {
                yield from self::rowsOf($shop, $chat->history()->export(null, $customer));
            }
        }
    }

    /** @return \Generator<int, array<string, string>> */
    private static function rowsOf(string $shop, HistoryExport $export): \Generator
    {
        $about = [];
        foreach ($export as $item) {
            if ($item instanceof Messages) {
                foreach ($item->messages as $message) {
                    yield self::row($message->at, $message->name, $message->text, $about);
                }
            } elseif ($item !== null) {
                $about = ['shop' => $shop, 'email' => (string) $item->email, 'phone' => (string) $item->phone];
                if ($item->message !== null) {
                    yield self::row($item->message->at, $item->name, $item->message->fields['message'] ?? '', $about);
                }
            }
        }
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
        // Deleted shops, too: what was said there is kept.
        foreach ((new GoneShops($this->chats))->all() as $shop) {
            yield $shop->name => $this->chats->ofGone($shop);
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
