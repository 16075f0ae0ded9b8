<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\PrestaShop\Core\Grid\Column\AbstractColumn;
use Symfony\Component\OptionsResolver\OptionsResolver;

/** A cell of the history: its template stands where the core looks for that of a column's type. */
final class HistoryColumn extends AbstractColumn
{
    public function getType(): string
    {
        return 'onlinechat_history';
    }

    protected function configureOptions(OptionsResolver $resolver): void
    {
        parent::configureOptions($resolver);
        $resolver->setDefaults(['sortable' => false, 'clickable' => false]);
    }
}
