<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use OnlineChat\Identity;
use OnlineChat\NotFound;
use OnlineChat\Role;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShopBundle\Controller\Admin\FrameworkBundleAdminController;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** Conversation history: the finished conversations, one line a customer or guest. */
class HistoryController extends FrameworkBundleAdminController
{
    use Rights;

    private const LINES = 50;

    public function listAction(Request $request): Response
    {
        $this->need('read', Tabs::HISTORY);
        [$before, $beforeId] = \array_map(static fn (string $name) => \max(0, (int) $request->query->get($name, '0')), ['before', 'before_id']);
        $lines = [];
        $problem = Requirement::missing(\Context::getContext()->getTranslator());
        if ($problem === null) {
            try {
                $lines = $this->chat()->history()->page($this->reader(), $before, self::LINES, $beforeId);
            } catch (Exception $e) {
                $problem = $e->getMessage();
            }
        }

        return $this->render('@Modules/onlinechat/views/templates/admin/history.html.twig', [
            'layoutTitle' => $this->say('Conversation history'),
            'enableSidebar' => true,
            'lines' => $lines,
            'problem' => $problem,
            'older' => \count($lines) === self::LINES ? \end($lines) : null,
        ]);
    }

    public function threadAction(int $thread): Response
    {
        $this->need('read', Tabs::HISTORY);
        $problem = Requirement::missing(\Context::getContext()->getTranslator());
        $conversations = [];
        if ($problem === null) {
            try {
                $conversations = $this->chat()->history()->read($this->reader(), $thread);
            } catch (NotFound $e) {
                throw $this->createNotFoundException($e->getMessage());
            } catch (Exception $e) {
                $problem = $e->getMessage();
            }
        }

        return $this->render('@Modules/onlinechat/views/templates/admin/conversation.html.twig', [
            'layoutTitle' => $this->say('Conversation'),
            'enableSidebar' => true,
            'conversations' => $conversations,
            'problem' => $problem,
        ]);
    }

    private function chat(): \OnlineChat\Chat
    {
        return (new ChatFactory())->open((int) \Context::getContext()->shop->id);
    }

    private function reader(): Identity
    {
        return new Identity(Role::Operator, (string) (int) \Context::getContext()->employee?->id);
    }

    private function say(string $text): string
    {
        return \Context::getContext()->getTranslator()->trans($text, [], 'Modules.Onlinechat.Admin');
    }
}
