<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Command;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Shop\Publisher;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** What a cron has done for each shop. One whose stores are away keeps it from none of the others. */
abstract class ShopsCommand extends Command
{
    final protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $missing = Requirement::missing(\Context::getContext()->getTranslator());
        if ($missing !== null) {
            $output->writeln($missing);

            return 1;
        }
        $failed = 0;
        foreach ($this->work() as $name => $serve) {
            try {
                [$said, $fine] = $serve();
            } catch (Exception $e) {
                [$said, $fine] = [$e->getMessage(), false];
            }
            $output->writeln("$name: $said");
            $failed += $fine ? 0 : 1;
        }

        return $failed > 0 ? 1 : 0;
    }

    /** @return iterable<string, callable(): array{string, bool}> by the shop's name */
    protected function work(): iterable
    {
        foreach (Publisher::shops() as $shop) {
            yield (string) $shop->name => fn () => $this->serve($shop);
        }
    }

    /**
     * @return array{string, bool} what was done, and whether all of it was
     *
     * @throws Exception
     */
    abstract protected function serve(\Shop $shop): array;
}
