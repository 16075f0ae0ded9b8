<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Setup\Tabs;
use PrestaShop\PrestaShop\Core\Grid\Action\Row\RowActionCollection;
use PrestaShop\PrestaShop\Core\Grid\Action\Row\RowActionCollectionInterface;
use PrestaShop\PrestaShop\Core\Grid\Action\Row\Type\LinkRowAction;
use PrestaShop\PrestaShop\Core\Grid\Action\Row\Type\SubmitRowAction;

/** What can be done with a line; what the employee has no right to is not offered (and refused by address, too). */
final class Actions
{
    private const ROW = ['route_param_name' => 'line', 'route_param_field' => 'key'];

    /** @param \Closure(string): string $say */
    public function __construct(private \Closure $say)
    {
    }

    public function ofRow(): RowActionCollectionInterface
    {
        $actions = (new RowActionCollection())
            ->add((new LinkRowAction('view'))->setName(($this->say)('See the conversation'))->setIcon('zoom_in')->setOptions(
                self::ROW + ['route' => 'onlinechat_conversation']
            ))
            ->add($this->export('print', 'print', ($this->say)('Printable page')))
            ->add($this->export('csv', 'cloud_download', ($this->say)('Export as CSV')))
            ->add($this->export('json', 'cloud_download', ($this->say)('Export as JSON')));
        if (self::may('update')) {
            $actions->add((new SubmitRowAction('again'))->setName(($this->say)('Send again'))->setIcon('send')->setOptions(self::ROW + [
                'route' => 'onlinechat_history_again',
                'method' => 'POST',
                'confirm_message' => ($this->say)('Send this message by e-mail again?'),
                'accessibility_checker' => static fn (array $record) => \in_array($record['state'], ['sent', 'failed', 'off'], true),
            ]));
        }
        if (self::may('delete')) {
            $actions->add((new SubmitRowAction('delete'))->setName(($this->say)('Delete'))->setIcon('delete')->setOptions(self::ROW + [
                'route' => 'onlinechat_history_delete',
                'method' => 'POST',
                'confirm_message' => ($this->say)('Delete this line with all that was said in it? This cannot be undone.'),
            ]));
        }

        return $actions;
    }

    /** @param 'read'|'update'|'delete' $right of the history's page */
    public static function may(string $right): bool
    {
        $slug = 'ROLE_MOD_TAB_' . \strtoupper(Tabs::HISTORY . '_' . $right);

        return (bool) \Access::isGranted($slug, (int) \Context::getContext()->employee?->id_profile);
    }

    private function export(string $format, string $icon, string $name): LinkRowAction
    {
        $action = new LinkRowAction("export_$format");
        $action->setName($name)->setIcon($icon)->setOptions(self::ROW + [
            'route' => 'onlinechat_history_export_line',
            'extra_route_params' => ['format' => $format],
            'target' => $format === 'print' ? '_blank' : '',
        ]);

        return $action;
    }
}
