<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Statistics;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\History;
use OnlineChat\Identity;
use OnlineChat\Role;
use OnlineChat\Statistics;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;

/** The statistics of several shops. What is counted, and when, is the extension's to say (I10). */
final class Counted
{
    private Identity $who;
    /** @var array<int, History> by shop */
    private array $open = [];

    /** @param array<int, string> $shops those this employee may see: name by id */
    public function __construct(private ChatFactory $chats, private array $shops, int $employee)
    {
        $this->who = new Identity(Role::Operator, (string) $employee);
    }

    /**
     * @param list<int> $bounds
     *
     * @return \Generator<string, Statistics> by the shop's name
     */
    public function rows(array $bounds): \Generator
    {
        foreach ($this->shops as $shop => $name) {
            $this->open[$shop] ??= $this->chats->open($shop)->history();
            foreach ($this->open[$shop]->statistics($this->who, $bounds) as $row) {
                yield $name => $row;
            }
        }
    }
}
