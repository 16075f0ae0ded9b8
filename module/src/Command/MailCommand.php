<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Command;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\Mail\Post;
use PrestaShop\Module\OnlineChat\Mail\Round;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Publisher;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** bin/console onlinechat:mail, for a cron: sends what is due in every shop. */
class MailCommand extends Command
{
    protected function configure(): void
    {
        $this->setName('onlinechat:mail')->setDescription('Online Chat: sends the mail that is due');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $missing = Requirement::missing(\Context::getContext()->getTranslator());
        if ($missing !== null) {
            $output->writeln($missing);

            return 1;
        }
        $round = new Round(new ChatFactory(), new Post());
        $failed = 0;
        foreach (Publisher::shops() as $shop) {
            try {
                $counts = $round->of($shop);
                $output->writeln(\sprintf('%s: %d sent, %d failed, %d held back as mail is off', $shop->name, ...\array_values($counts)));
                $failed += $counts[Post::FAILED];
            } catch (Exception $e) {
                $output->writeln("$shop->name: " . $e->getMessage());
                ++$failed;
            }
        }

        return $failed > 0 ? 1 : 0;
    }
}
