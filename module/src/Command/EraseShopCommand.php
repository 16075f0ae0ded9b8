<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Command;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\GoneShop;
use PrestaShop\Module\OnlineChat\Shop\GoneShops;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;
use Symfony\Component\Console\Style\SymfonyStyle;

/** bin/console onlinechat:erase-shop 3: all that is kept of a deleted shop goes, for good. Without a number: which there are. */
class EraseShopCommand extends Command
{
    private const BATCH = 100;

    protected function configure(): void
    {
        $this->setName('onlinechat:erase-shop')
            ->setDescription('Online Chat: erases all that is kept of a shop that was deleted in PrestaShop, for good')
            ->addArgument('shop', InputArgument::OPTIONAL, 'The number of the deleted shop; without it those there are get listed')
            ->addOption('yes', null, InputOption::VALUE_NONE, 'Erases without asking');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $talk = new SymfonyStyle($input, $output);
        $missing = Requirement::missing(\Context::getContext()->getTranslator());
        if ($missing !== null) {
            $talk->error($missing);

            return 1;
        }
        $shops = new GoneShops(new ChatFactory());
        try {
            return $input->getArgument('shop') === null ? $this->list($shops, $talk) : $this->erase($shops, $input, $talk);
        } catch (Exception $e) {
            $talk->error($e->getMessage());

            return 1;
        }
    }

    private function list(GoneShops $shops, SymfonyStyle $talk): int
    {
        foreach ($shops->all() as $shop) {
            $talk->writeln(self::about($shops, $shop));
        }

        return 0;
    }

    private function erase(GoneShops $shops, InputInterface $input, SymfonyStyle $talk): int
    {
        $number = (string) $input->getArgument('shop');
        $shop = \ctype_digit($number) ? $shops->one((int) $number) : null;
        if ($shop === null) {
            $talk->error("shop: nothing is kept of a deleted shop with the number \"$number\". Shops that exist are not erased.");

            return 1;
        }
        $talk->writeln(self::about($shops, $shop));
        // Where nobody can be asked the answer is no.
        if (!$input->getOption('yes') && !$talk->confirm('Erase all of it, for good?', false)) {
            $talk->writeln('Nothing is erased. Where nobody can be asked: --yes');

            return 1;
        }
        $lines = 0;
        do {
            $lines += $batch = $shops->erase($shop, self::BATCH);
        } while ($batch > 0);
        $talk->writeln(\sprintf('%s: erased, %d lines of the history', GoneShops::title($shop), $lines));

        return 0;
    }

    private static function about(GoneShops $shops, GoneShop $shop): string
    {
        $kept = $shops->kept($shop);

        return \sprintf('%s: %d conversations, %d left messages', GoneShops::title($shop), $kept['conversations'], $kept['messages']);
    }
}
