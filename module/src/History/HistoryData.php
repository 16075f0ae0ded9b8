<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\PrestaShop\Core\Grid\Data\Factory\GridDataFactoryInterface;
use PrestaShop\PrestaShop\Core\Grid\Data\GridData;
use PrestaShop\PrestaShop\Core\Grid\Record\RecordCollection;
use PrestaShop\PrestaShop\Core\Grid\Search\SearchCriteriaInterface;

/** The rows of the table, from the extension. */
final class HistoryData implements GridDataFactoryInterface
{
    /** Why there are no rows, "" if there may be. */
    public string $problem = '';
    /** False: there are more than the number says. */
    public bool $exact = true;

    public function getData(SearchCriteriaInterface $searchCriteria): GridData
    {
        $context = \Context::getContext();
        $query = new HistoryQuery($searchCriteria);
        $this->problem = Requirement::missing($context->getTranslator()) ?? $query->problem;
        $page = new Page([], 0, true);
        if ($this->problem === '') {
            try {
                $archive = new Archive(new ChatFactory(), (new Shops($context))->shown(), (int) $context->employee?->id);
                $page = $archive->page($query, (int) $searchCriteria->getLimit() ?: 50, (int) $searchCriteria->getOffset());
            } catch (Exception $e) {
                $this->problem = Reason::of($e);
            }
        }
        $this->exact = $page->exact;

        return new GridData(new RecordCollection((new Records($context))->of($page->lines, $query->text)), $page->total);
    }
}
