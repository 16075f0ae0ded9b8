<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Reply;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\PrestaShop\Core\Grid\Action\Bulk\BulkActionCollection;
use PrestaShop\PrestaShop\Core\Grid\Action\Bulk\BulkActionCollectionInterface;
use PrestaShop\PrestaShop\Core\Grid\Action\Bulk\Type\SubmitBulkAction;
use PrestaShop\PrestaShop\Core\Grid\Action\Row\RowActionCollection;
use PrestaShop\PrestaShop\Core\Grid\Action\Row\RowActionCollectionInterface;
use PrestaShop\PrestaShop\Core\Grid\Action\Row\Type\LinkRowAction;
use PrestaShop\PrestaShop\Core\Grid\Action\Row\Type\SubmitRowAction;
use PrestaShop\PrestaShop\Core\Grid\Column\ColumnCollection;
use PrestaShop\PrestaShop\Core\Grid\Column\Type\Common\ActionColumn;
use PrestaShop\PrestaShop\Core\Grid\Column\Type\Common\BulkActionColumn;
use PrestaShop\PrestaShop\Core\Grid\Column\Type\DataColumn;
use PrestaShop\PrestaShop\Core\Grid\Definition\Factory\AbstractGridDefinitionFactory;
use PrestaShop\PrestaShop\Core\Grid\Filter\Filter;
use PrestaShop\PrestaShop\Core\Grid\Filter\FilterCollection;
use PrestaShop\PrestaShop\Core\Grid\Filter\FilterCollectionInterface;
use PrestaShop\PrestaShop\Core\Grid\Filter\FilterInterface;
use PrestaShopBundle\Form\Admin\Type\SearchAndResetType;
use Symfony\Component\Form\Extension\Core\Type\ChoiceType;
use Symfony\Component\Form\Extension\Core\Type\TextType;

/** The table of canned replies. */
final class ReplyGrid extends AbstractGridDefinitionFactory
{
    public const ID = 'onlinechat_reply';

    protected function getId(): string
    {
        return self::ID;
    }

    protected function getName(): string
    {
        return $this->say('Canned replies');
    }

    protected function getColumns(): ColumnCollection
    {
        $columns = (new ColumnCollection())->add((new BulkActionColumn('bulk'))->setOptions(['bulk_field' => 'id_reply']));
        foreach ($this->names() as $field => $name) {
            $columns->add((new DataColumn($field))->setName($name)->setOptions(['field' => $field]));
        }

        return $columns->add((new ActionColumn('actions'))->setName($this->say('Actions'))->setOptions(['actions' => $this->rowActions()]));
    }

    protected function getFilters(): FilterCollectionInterface
    {
        $filters = new FilterCollection();
        foreach (\array_keys($this->names()) as $field) {
            $filters->add($field === 'language' ? $this->languages() : (new Filter($field, TextType::class))
                ->setAssociatedColumn($field)->setTypeOptions(['required' => false]));
        }

        return $filters->add((new Filter('actions', SearchAndResetType::class))->setAssociatedColumn('actions')->setTypeOptions([
            'reset_route' => 'admin_common_reset_search_by_filter_id',
            'reset_route_params' => ['filterId' => self::ID],
            'redirect_route' => 'onlinechat_replies',
        ]));
    }

    private function languages(): FilterInterface
    {
        return (new Filter('language', ChoiceType::class))->setAssociatedColumn('language')->setTypeOptions([
            'required' => false,
            'choices' => ReplyType::languages(''),
            'choice_translation_domain' => false,
        ]);
    }

    protected function getBulkActions(): BulkActionCollectionInterface
    {
        return (new BulkActionCollection())->add((new SubmitBulkAction('delete_selection'))->setName($this->say('Delete selected'))->setOptions([
            'submit_route' => 'onlinechat_replies_delete_selected',
            'confirm_message' => $this->say('Delete the selected replies?'),
        ]));
    }

    private function rowActions(): RowActionCollectionInterface
    {
        $row = ['route_param_name' => 'id', 'route_param_field' => 'id_reply'];

        return (new RowActionCollection())
            ->add((new LinkRowAction('edit'))->setName($this->say('Edit'))->setIcon('edit')->setOptions(
                $row + ['route' => 'onlinechat_replies_edit', 'clickable_row' => true]
            ))
            ->add((new SubmitRowAction('delete'))->setName($this->say('Delete'))->setIcon('delete')->setOptions(
                $row + ['route' => 'onlinechat_replies_delete', 'method' => 'POST', 'confirm_message' => $this->say('Delete this reply?')]
            ));
    }

    /** @return array<string, string> by field */
    private function names(): array
    {
        $names = ['shortcut' => $this->say('Shortcut'), 'language' => $this->say('Language'), 'text' => $this->say('Text')];

        return \Shop::isFeatureActive() ? $names + ['shop' => $this->say('Shop')] : $names;
    }

    private function say(string $text): string
    {
        return $this->trans($text, [], 'Modules.Onlinechat.Admin');
    }
}
