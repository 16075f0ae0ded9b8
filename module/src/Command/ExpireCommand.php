<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Command;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\Privacy\Retention;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\Publisher;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** bin/console onlinechat:expire, for a cron: erases in every shop what is older than its retention period. */
class ExpireCommand extends Command
{
    protected function configure(): void
    {
        $this->setName('onlinechat:expire')->setDescription('Online Chat: erases conversations older than the retention period');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $missing = Requirement::missing(\Context::getContext()->getTranslator());
        if ($missing !== null) {
            $output->writeln($missing);

            return 1;
        }
        $failed = 0;
        $retention = new Retention(new ChatFactory());
        foreach (Publisher::shops() as $shop) {
            try {
                $output->writeln(\sprintf('%s: %d erased', $shop->name, $retention->all($shop)));
            } catch (Exception $e) {
                $output->writeln("$shop->name: " . $e->getMessage());
                ++$failed;
            }
        }

        return $failed > 0 ? 1 : 0;
    }
}
