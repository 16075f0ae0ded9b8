<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\History\Reason;
use PrestaShop\Module\OnlineChat\History\Shops;
use PrestaShop\Module\OnlineChat\Operator\Employees;
use PrestaShop\Module\OnlineChat\Settings\Words;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Statistics\Asked;
use PrestaShop\Module\OnlineChat\Statistics\Charts;
use PrestaShop\Module\OnlineChat\Statistics\Counted;
use PrestaShop\Module\OnlineChat\Statistics\CsvExport;
use PrestaShop\Module\OnlineChat\Statistics\Duration;
use PrestaShop\Module\OnlineChat\Statistics\Figures;
use PrestaShop\Module\OnlineChat\Statistics\Overview;
use PrestaShopBundle\Controller\Admin\FrameworkBundleAdminController;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** Statistics for owners: charts with their tables, and the same as a file. */
class StatisticsController extends FrameworkBundleAdminController
{
    use HandsOut;
    use Rights;

    public function indexAction(Request $request): Response
    {
        $this->need('read', Tabs::STATISTICS);
        $asked = new Asked($request->query->all(), new \DateTimeImmutable());
        $names = Employees::names();
        $bounds = $asked->periods->bounds();
        $problem = $asked->problem;
        $overview = new Overview([], $bounds);
        try {
            $overview = $problem === '' ? new Overview($this->counted()->rows($bounds), $bounds, $asked->operator) : $overview;
        } catch (Exception $e) {
            $problem = Reason::of($e);
        }

        return $this->render('@Modules/onlinechat/views/templates/admin/statistics.html.twig', [
            'layoutTitle' => Words::say('Statistics'),
            'enableSidebar' => true,
            'asked' => $asked,
            'problem' => $problem,
            'empty' => $overview->total->isEmpty(),
            'figures' => self::figures($overview->total, $asked->operator > 0),
            'charts' => (new Charts($overview, self::periods($asked), $names + self::unknown($overview), $asked->operator > 0))->all(),
            'operators' => $names,
            'shops' => (new Shops(\Context::getContext()))->shown(),
            'zone' => \date_default_timezone_get(),
            'assets' => __PS_BASE_URI__ . 'modules/onlinechat/views/',
        ]);
    }

    /** The form's: to an address that says all of it, and can be kept. */
    public function showAction(Request $request): Response
    {
        $this->need('read', Tabs::STATISTICS);
        $typed = \array_filter(\array_intersect_key($request->request->all(), \array_flip(['from', 'to', 'by', 'operator'])), 'is_string');

        return $this->redirectToRoute('onlinechat_statistics', $typed);
    }

    public function exportAction(Request $request): Response
    {
        $this->need('read', Tabs::STATISTICS);
        $asked = new Asked($request->query->all(), new \DateTimeImmutable());
        $lines = (new CsvExport($this->counted(), $asked, Employees::names()))->lines();
        [$head, $problem] = ['', $asked->problem];
        try {
            // Up to the first row it is read before the answer begins: what goes wrong at once is said on a page.
            $head = $lines->current();
            $lines->next();
        } catch (Exception $e) {
            $problem = Reason::of($e);
        }
        if ($problem !== '') {
            $this->addFlash('error', $problem);

            return $this->redirectToRoute('onlinechat_statistics', $asked->given());
        }

        return $this->handOut($request, 'text/csv; charset=utf-8', "chat-statistics-{$asked->from}-{$asked->to}.csv", function () use ($head, $lines): void {
            $this->send($head);
            for (; $lines->valid(); $lines->next()) {
                $this->send($lines->current());
            }
        });
    }

    private function counted(): Counted
    {
        $context = \Context::getContext();
        $this->needExtension();

        return new Counted(new ChatFactory(), (new Shops($context))->shown(), (int) $context->employee?->id);
    }

    /** @return list<array{name: string, short: string}> */
    private static function periods(Asked $asked): array
    {
        $language = \Context::getContext()->language;
        $names = [];
        for ($i = 0; $i < $asked->periods->count(); ++$i) {
            $names[] = [
                'name' => $asked->periods->name($i, (string) $language->date_format_lite, (string) $language->locale),
                'short' => $asked->periods->short($i, (string) $language->locale),
            ];
        }

        return $names;
    }

    /** @return array<int, string> operators who are no employees any more, by id */
    private static function unknown(Overview $overview): array
    {
        $names = [];
        foreach ($overview->names as $id => $name) {
            $names[$id] = $name !== '' ? $name : Words::say('Employee %id%', ['%id%' => $id]);
        }

        return $names;
    }

    /** @return list<array{name: string, text: string}> what stands above the charts */
    private static function figures(Figures $total, bool $one): array
    {
        $of = [['name' => Words::say('Conversations'), 'text' => Words::number($total->conversations)]];
        if (!$one) {
            $of[] = ['name' => Words::say('Ended without an operator'), 'text' => Words::number($total->abandoned)];
            $of[] = ['name' => Words::say('Messages left'), 'text' => Words::number($total->missed)];
        }

        return [
            ...$of,
            ['name' => Words::say('Average wait for an operator'), 'text' => Duration::text($total->waiting())],
            ['name' => Words::say('Average wait for the first answer'), 'text' => Duration::text($total->answer())],
            ['name' => Words::say('Average length'), 'text' => Duration::text($total->length())],
        ];
    }
}
