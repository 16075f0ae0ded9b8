<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Reply\Replies;
use PrestaShop\Module\OnlineChat\Reply\ReplyFilters;
use PrestaShop\Module\OnlineChat\Reply\ReplyGrid;
use PrestaShop\Module\OnlineChat\Reply\ReplyType;
use PrestaShop\Module\OnlineChat\Settings\Words;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\PrestaShop\Core\Grid\Definition\Factory\GridDefinitionFactoryInterface;
use PrestaShop\PrestaShop\Core\Grid\GridFactoryInterface;
use PrestaShop\PrestaShop\Core\Grid\Presenter\GridPresenterInterface;
use PrestaShopBundle\Controller\Admin\FrameworkBundleAdminController;
use PrestaShopBundle\Service\Grid\ResponseBuilder;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** Canned replies: the table and the form. Rights are checked in code, one for each action. */
class RepliesController extends FrameworkBundleAdminController
{
    use Rights;

    private GridFactoryInterface $grid;
    private GridPresenterInterface $presenter;
    private GridDefinitionFactoryInterface $definition;
    private ResponseBuilder $builder;

    /** Not a constructor: 8's base class has one of its own, 9's has none. */
    public function tables(
        GridFactoryInterface $grid,
        GridPresenterInterface $presenter,
        GridDefinitionFactoryInterface $definition,
        ResponseBuilder $builder,
    ): void {
        [$this->grid, $this->presenter, $this->definition, $this->builder] = [$grid, $presenter, $definition, $builder];
    }

    public function listAction(ReplyFilters $filters): Response
    {
        $this->need('read', Tabs::REPLIES);

        return $this->render('@Modules/onlinechat/views/templates/admin/replies.html.twig', [
            'layoutTitle' => Words::say('Canned replies'),
            'enableSidebar' => true,
            'grid' => $this->presenter->present($this->grid->getGrid($filters)),
            'script' => __PS_BASE_URI__ . 'modules/onlinechat/views/js/replies.js',
            'may_create' => $this->isGranted('create', Tabs::REPLIES),
        ]);
    }

    public function searchAction(Request $request): Response
    {
        $this->need('read', Tabs::REPLIES);

        return $this->builder->buildSearchResponse($this->definition, $request, ReplyGrid::ID, 'onlinechat_replies');
    }

    public function newAction(Request $request): Response
    {
        $this->need('create', Tabs::REPLIES);
        $language = (string) \Context::getContext()->language->iso_code;

        return $this->form($request, null, ['id_shop' => Replies::ALL_SHOPS, 'language' => $language, 'shortcut' => '', 'text' => '']);
    }

    public function editAction(int $id, Request $request): Response
    {
        $this->need($request->isMethod('POST') ? 'update' : 'read', Tabs::REPLIES);
        $reply = Replies::find($id);
        if ($reply === null) {
            // A colleague may have deleted it; 8.2 makes a page with status 200 of a "not found".
            $this->addFlash('error', Words::say('This canned reply is not there any more.'));

            return $this->redirectToRoute('onlinechat_replies');
        }

        return $this->form($request, $id, $reply);
    }

    public function deleteAction(int $id): Response
    {
        return $this->delete([$id]);
    }

    public function deleteSelectedAction(Request $request): Response
    {
        return $this->delete(\array_map('intval', \array_values((array) ($request->request->all()[ReplyGrid::ID . '_bulk'] ?? []))));
    }

    /** @param list<int> $ids */
    private function delete(array $ids): Response
    {
        $this->need('delete', Tabs::REPLIES);
        Replies::delete($ids);
        $this->addFlash('success', Words::say('Deleted.'));

        return $this->redirectToRoute('onlinechat_replies');
    }

    /** @param array<string, mixed> $reply */
    private function form(Request $request, ?int $id, array $reply): Response
    {
        $form = $this->createForm(ReplyType::class, $reply);
        $form->handleRequest($request);
        if ($form->isSubmitted() && $form->isValid()) {
            Replies::save($id, $form->getData());
            $this->addFlash('success', Words::say('Saved.'));

            return $this->redirectToRoute('onlinechat_replies');
        }

        return $this->render('@Modules/onlinechat/views/templates/admin/reply.html.twig', [
            'layoutTitle' => Words::say($id === null ? 'New canned reply' : 'Canned reply'),
            'enableSidebar' => true,
            'form' => $form->createView(),
            'may_save' => $this->isGranted($id === null ? 'create' : 'update', Tabs::REPLIES),
        ]);
    }
}
