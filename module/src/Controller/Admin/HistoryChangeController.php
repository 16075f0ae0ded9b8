<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\History\HistoryGrid;
use PrestaShop\Module\OnlineChat\History\Reason;
use PrestaShop\Module\OnlineChat\Settings\Words;
use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShopBundle\Controller\Admin\FrameworkBundleAdminController;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** What changes the history: deleting lines (G23), sending a message's letter again. */
class HistoryChangeController extends FrameworkBundleAdminController
{
    use HistoryReading;
    use Rights;

    public function deleteAction(string $line): Response
    {
        return $this->delete([$line]);
    }

    public function deleteSelectedAction(Request $request): Response
    {
        $keys = (array) ($request->request->all()[HistoryGrid::ID . '_bulk'] ?? []);

        return $this->delete(\array_values(\array_filter($keys, 'is_string')));
    }

    public function againAction(string $line): Response
    {
        $this->need('update', Tabs::HISTORY);
        try {
            $archive = $this->archive();
            $found = $archive->line($line);
            if ($found === null) {
                return $this->missing();
            }
            $archive->again($found);
            $this->addFlash('success', Words::say('It is sent again with the next mail.'));
        } catch (Exception $e) {
            $this->addFlash('error', Reason::of($e));
        }

        return $this->redirectToRoute('onlinechat_history');
    }

    /** @param list<string> $keys */
    private function delete(array $keys): Response
    {
        $this->need('delete', Tabs::HISTORY);
        try {
            $archive = $this->archive();
            $refused = $archive->delete($keys);
            if (\count($refused) < \count($keys)) {
                $this->addFlash('success', Words::say('Deleted.'));
            }
            if ($refused !== []) {
                $names = \array_map(fn (string $key) => $archive->line($key)?->thread->name ?: "#$key", \array_slice($refused, 0, 10));
                $this->addFlash('error', Words::say(
                    'Not deleted: %names%. A conversation in it is still open; end it first.',
                    ['%names%' => \implode(', ', $names) . (\count($refused) > 10 ? ' …' : '')]
                ));
            }
        } catch (Exception $e) {
            $this->addFlash('error', Reason::of($e));
        }

        return $this->redirectToRoute('onlinechat_history');
    }
}
