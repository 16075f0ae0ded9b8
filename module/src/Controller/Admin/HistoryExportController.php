<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use OnlineChat\NotFound;
use PrestaShop\Module\OnlineChat\History\Archive;
use PrestaShop\Module\OnlineChat\History\CsvExport;
use PrestaShop\Module\OnlineChat\History\Export;
use PrestaShop\Module\OnlineChat\History\HistoryFilters;
use PrestaShop\Module\OnlineChat\History\HistoryGrid;
use PrestaShop\Module\OnlineChat\History\HistoryQuery;
use PrestaShop\Module\OnlineChat\History\JsonExport;
use PrestaShop\Module\OnlineChat\History\Line;
use PrestaShop\Module\OnlineChat\History\PrintExport;
use PrestaShop\Module\OnlineChat\History\Reason;
use PrestaShop\Module\OnlineChat\Settings\Words;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShopBundle\Controller\Admin\FrameworkBundleAdminController;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** Hands the history out: one line, or all that the filters leave, as CSV, JSON or a page to be printed. */
class HistoryExportController extends FrameworkBundleAdminController
{
    use HandsOut;
    use HistoryReading;
    use Rights;

    /** For each part anew, seconds: an export of a long history takes its time. */
    private const PATIENCE = 60;

    public function filteredAction(Request $request, string $format): Response
    {
        $this->need('read', Tabs::HISTORY);
        $export = $this->format($format);
        if ($export === null) {
            return $this->missing();
        }
        $query = new HistoryQuery(HistoryFilters::given($request->query->all()[HistoryGrid::ID] ?? []));
        if ($query->problem !== '') {
            $this->addFlash('error', $query->problem);

            return $this->redirectToRoute('onlinechat_history');
        }
        $archive = $this->archive();

        return $this->export($request, $archive, static fn () => $archive->each($query), $export, 'conversations');
    }

    public function lineAction(Request $request, string $line, string $format): Response
    {
        $this->need('read', Tabs::HISTORY);
        $export = $this->format($format);
        $archive = $this->archive();
        try {
            $found = $export === null ? null : $archive->line($line);
        } catch (Exception $e) {
            $this->addFlash('error', Reason::of($e));

            return $this->redirectToRoute('onlinechat_history');
        }
        if ($export === null || $found === null) {
            return $this->missing();
        }
        $one = static function () use ($found): \Generator {
            yield 0 => $found;
        };

        return $this->export($request, $archive, $one, $export, "conversation-$line");
    }

    private function format(string $format): ?Export
    {
        return match ($format) {
            'csv' => new CsvExport(),
            'json' => new JsonExport(),
            'print' => new PrintExport(fn (string $template, array $variables): string => $this->renderView($template, $variables)),
            default => null,
        };
    }

    /** @param \Closure(): \Generator<int, Line> $lines */
    private function export(Request $request, Archive $archive, \Closure $lines, Export $export, string $name): Response
    {
        try {
            $stream = $lines();
            // The first is read before the answer begins: what goes wrong at once is said on a page.
            $stream->valid();
        } catch (Exception $e) {
            $this->addFlash('error', Reason::of($e));

            return $this->redirectToRoute('onlinechat_history');
        }
        $file = $export->extension() === '' ? '' : "$name-" . \date('Y-m-d') . '.' . $export->extension();

        return $this->handOut($request, $export->type(), $file, fn () => $this->write($archive, $stream, $export));
    }

    /** @param \Generator<int, Line> $lines */
    private function write(Archive $archive, \Generator $lines, Export $export): void
    {
        $this->send($export->begin());
        try {
            foreach ($lines as $line) {
                $this->writeLine($archive, $line, $export);
            }
            $this->send($export->end());
        } catch (\Throwable $e) {
            \PrestaShopLogger::addLog('Online Chat: an export of the history broke off: ' . $e->getMessage(), 3);
            $this->send($export->broken(Words::say('This export broke off and is not complete. Please try again.')));
        }
    }

    private function writeLine(Archive $archive, Line $line, Export $export): void
    {
        try {
            $parts = $archive->said($line);
            $message = $archive->message($line);
            $parts->valid();
        } catch (NotFound) {
            // Deleted since it was found.
            return;
        }
        $this->send($export->line($line, $message));
        // Not foreach: a message that was left has none, and a generator that has ended cannot be begun.
        for (; $parts->valid(); $parts->next()) {
            \set_time_limit(self::PATIENCE);
            $this->send($export->part($parts->current()));
        }
        $this->send($export->closeLine());
    }
}
