<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\History\Archive;
use PrestaShop\Module\OnlineChat\History\Exchange;
use PrestaShop\Module\OnlineChat\History\HistoryData;
use PrestaShop\Module\OnlineChat\History\HistoryFilters;
use PrestaShop\Module\OnlineChat\History\HistoryGrid;
use PrestaShop\Module\OnlineChat\History\Line;
use PrestaShop\Module\OnlineChat\History\Pages;
use PrestaShop\Module\OnlineChat\History\Place;
use PrestaShop\Module\OnlineChat\History\Reason;
use PrestaShop\Module\OnlineChat\Settings\Words;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\PrestaShop\Core\Grid\Definition\Factory\GridDefinitionFactoryInterface;
use PrestaShop\PrestaShop\Core\Grid\GridFactoryInterface;
use PrestaShop\PrestaShop\Core\Grid\Presenter\GridPresenterInterface;
use PrestaShopBundle\Controller\Admin\FrameworkBundleAdminController;
use PrestaShopBundle\Service\Grid\ResponseBuilder;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** Conversation history: the table, and a line's whole exchange (G22 to G24). */
class HistoryController extends FrameworkBundleAdminController
{
    use HistoryReading;
    use Rights;

    private const FOLDER = '@Modules/onlinechat/views/templates/admin/';

    private GridFactoryInterface $grid;
    private GridPresenterInterface $presenter;
    private GridDefinitionFactoryInterface $definition;
    private ResponseBuilder $builder;
    private HistoryData $data;

    /** Not a constructor: 8's base class has one of its own, 9's has none. */
    public function tables(
        GridFactoryInterface $grid,
        GridPresenterInterface $presenter,
        GridDefinitionFactoryInterface $definition,
        ResponseBuilder $builder,
        HistoryData $data,
    ): void {
        [$this->grid, $this->presenter, $this->definition, $this->builder, $this->data] = [$grid, $presenter, $definition, $builder, $data];
    }

    public function listAction(HistoryFilters $filters, Request $request): Response
    {
        $this->need('read', Tabs::HISTORY);
        $limit = $filters->getLimit();
        if (isset(((array) ($request->query->all()[HistoryGrid::ID] ?? []))['offset'])) {
            $this->data->place = Place::given(
                (int) $filters->getOffset(),
                $limit,
                (string) $request->query->get('edges', ''),
                (string) $request->query->get('way', '')
            );
        }
        $grid = $this->presenter->present($this->grid->getGrid($filters));

        return $this->render(self::FOLDER . 'history.html.twig', [
            'layoutTitle' => Words::say('Conversation history'),
            'enableSidebar' => true,
            'grid' => $grid,
            'problem' => $this->data->problem,
            'pages' => (new Pages(fn (array $parameters): string => $this->generateUrl('onlinechat_history', $parameters)))
                ->variables($this->data->page, $limit),
            'zone' => \date_default_timezone_get(),
            'given' => [HistoryGrid::ID => ['filters' => $filters->getFilters(), 'sortOrder' => $filters->getOrderWay()]],
            'wanted' => $this->data->wanted,
            'assets' => __PS_BASE_URI__ . 'modules/onlinechat/views/',
        ]);
    }

    public function searchAction(Request $request): Response
    {
        $this->need('read', Tabs::HISTORY);

        return $this->builder->buildSearchResponse($this->definition, $request, HistoryGrid::ID, 'onlinechat_history');
    }

    /** A page of its own, or its part that the pop-up shows: from the beginning, or what follows a part ("after"). */
    public function threadAction(Request $request, string $line): Response
    {
        $this->need('read', Tabs::HISTORY);
        $variables = [];
        $problem = '';
        try {
            $archive = $this->archive();
            $found = $archive->line($line);
            if ($found === null) {
                return $this->missing();
            }
            $variables = $this->exchange($archive, $found, $request);
        } catch (Exception $e) {
            $problem = Reason::of($e);
        }

        return $this->render(self::FOLDER . ($request->query->getBoolean('part') ? 'conversation_part.html.twig' : 'conversation.html.twig'), $variables + [
            'layoutTitle' => Words::say('Conversation'),
            'enableSidebar' => true,
            'problem' => $problem,
            'only_said' => $request->query->getBoolean('said'),
            'may_send' => $this->isGranted('update', Tabs::HISTORY),
            'style' => __PS_BASE_URI__ . 'modules/onlinechat/views/css/history.css',
            'script' => __PS_BASE_URI__ . 'modules/onlinechat/views/js/exchange.js',
        ]);
    }

    /** @return array<string, mixed> */
    private function exchange(Archive $archive, Line $line, Request $request): array
    {
        $wanted = \mb_substr((string) $request->query->get('find', ''), 0, 200);
        $after = (string) $request->query->get('after', '');
        $message = $archive->message($line);
        $exchange = new Exchange($line, $message, $wanted);
        [$said, $next] = $message !== null ? [[], null]
            : $archive->excerpt($line, $after, static fn (array $part): bool => $wanted === '' || $exchange->hasHit($part));

        return $exchange->head() + $exchange->said($said) + ['after' => $after, 'next' => $next, 'wanted' => $wanted];
    }
}
