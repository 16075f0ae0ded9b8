<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Operator\Employees;
use PrestaShop\PrestaShop\Core\Grid\Action\Bulk\BulkActionCollection;
use PrestaShop\PrestaShop\Core\Grid\Action\Bulk\BulkActionCollectionInterface;
use PrestaShop\PrestaShop\Core\Grid\Action\Bulk\Type\SubmitBulkAction;
use PrestaShop\PrestaShop\Core\Grid\Column\ColumnCollection;
use PrestaShop\PrestaShop\Core\Grid\Column\Type\Common\ActionColumn;
use PrestaShop\PrestaShop\Core\Grid\Column\Type\Common\BulkActionColumn;
use PrestaShop\PrestaShop\Core\Grid\Definition\Factory\AbstractGridDefinitionFactory;
use PrestaShop\PrestaShop\Core\Grid\Filter\Filter;
use PrestaShop\PrestaShop\Core\Grid\Filter\FilterCollection;
use PrestaShop\PrestaShop\Core\Grid\Filter\FilterCollectionInterface;
use PrestaShopBundle\Form\Admin\Type\DateRangeType;
use PrestaShopBundle\Form\Admin\Type\SearchAndResetType;
use Symfony\Component\Form\Extension\Core\Type\ChoiceType;
use Symfony\Component\Form\Extension\Core\Type\TextType;

/** The table of the history (G22): its columns, filters and what can be done with a line. */
final class HistoryGrid extends AbstractGridDefinitionFactory
{
    public const ID = 'onlinechat_history';

    protected function getId(): string
    {
        return self::ID;
    }

    protected function getName(): string
    {
        return $this->say('Conversation history');
    }

    protected function getColumns(): ColumnCollection
    {
        $columns = new ColumnCollection();
        if (Actions::may('delete')) {
            $columns->add((new BulkActionColumn('bulk'))->setName($this->say('Select'))->setOptions(['bulk_field' => 'key']));
        }
        foreach ($this->names() as $field => $name) {
            $columns->add((new HistoryColumn($field))->setName($name)->setOptions(['sortable' => $field === 'at']));
        }

        return $columns->add((new ActionColumn('actions'))->setName($this->say('Actions'))->setOptions([
            'actions' => (new Actions(fn (string $text) => $this->say($text)))->ofRow(),
        ]));
    }

    protected function getFilters(): FilterCollectionInterface
    {
        $filters = new FilterCollection();
        foreach (['name', 'person', 'text', 'email', 'phone'] as $field) {
            $filters->add((new Filter($field, TextType::class))->setAssociatedColumn($field)->setTypeOptions($this->options($field)));
        }

        return $filters
            ->add((new Filter('at', DateRangeType::class))->setAssociatedColumn('at')->setTypeOptions(['required' => false]))
            ->add((new Filter('kind', ChoiceType::class))->setAssociatedColumn('kind')->setTypeOptions(
                ['choices' => [$this->say('Conversations') => 'conversation', $this->say('Messages left') => 'message'], 'placeholder' => $this->say('Conversations and messages')] + $this->options('kind')
            ))
            ->add((new Filter('operator', ChoiceType::class))->setAssociatedColumn('kind')->setTypeOptions(
                ['choices' => \array_flip(Employees::names()), 'placeholder' => $this->say('Every operator')] + $this->options('operator')
            ))
            ->add((new Filter('actions', SearchAndResetType::class))->setAssociatedColumn('actions')->setTypeOptions([
                'reset_route' => 'admin_common_reset_search_by_filter_id',
                'reset_route_params' => ['filterId' => self::ID],
                'redirect_route' => 'onlinechat_history',
            ]));
    }

    protected function getBulkActions(): BulkActionCollectionInterface
    {
        $actions = new BulkActionCollection();

        return Actions::may('delete') ? $actions->add((new SubmitBulkAction('delete_selection'))->setName($this->say('Delete selected'))->setOptions([
            'submit_route' => 'onlinechat_history_delete_selected',
            'confirm_message' => $this->say('Delete the selected lines with all that was said in them? This cannot be undone.'),
        ])) : $actions;
    }

    /** @return array<string, string> by field */
    private function names(): array
    {
        $names = [
            'name' => $this->say('Customer'),
            'person' => $this->say('ID'),
            'at' => $this->say('Last message'),
            'text' => $this->say('Customer\'s last message'),
            'email' => $this->say('E-mail'),
            'phone' => $this->say('Phone'),
            'kind' => $this->say('Kind'),
        ];

        return \Shop::isFeatureActive() ? $names + ['shop' => $this->say('Shop')] : $names;
    }

    /** @return array<string, mixed> of a filter's field: the row of filters has no labels to be seen */
    private function options(string $field): array
    {
        $labels = $this->names() + ['operator' => $this->say('Operator')];
        $labels['text'] = $this->say('What was said');

        $attributes = ['aria-label' => $labels[$field], 'placeholder' => $labels[$field]];
        if ($field === 'text') {
            $attributes['aria-describedby'] = 'onlinechat-history-help';
        }

        return ['required' => false, 'attr' => $attributes]
            + (\in_array($field, ['kind', 'operator'], true) ? ['choice_translation_domain' => false] : []);
    }

    private function say(string $text): string
    {
        return $this->trans($text, [], 'Modules.Onlinechat.Admin');
    }
}
