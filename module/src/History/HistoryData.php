<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use OnlineChat\InvalidValue;
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
    /** Where the page begins, if the address says more than the number that the core keeps for the employee. */
    public ?Place $place = null;
    public Page $page;
    /** What was looked for, as it was typed. */
    public string $wanted = '';

    public function getData(SearchCriteriaInterface $searchCriteria): GridData
    {
        $context = \Context::getContext();
        $query = new HistoryQuery($searchCriteria);
        $this->problem = Requirement::missing($context->getTranslator()) ?? $query->problem;
        $this->wanted = $query->text;
        $this->page = new Page([], 0, true);
        if ($this->problem === '') {
            try {
                $archive = new Archive(new ChatFactory(), (new Shops($context))->shown(), (int) $context->employee?->id);
                $this->page = $this->read($archive, $query, (int) $searchCriteria->getLimit() ?: 50, (int) $searchCriteria->getOffset());
            } catch (Exception $e) {
                $this->problem = Reason::of($e);
            }
        }

        return new GridData(new RecordCollection((new Records($context))->of($this->page->lines, $query->text)), $this->page->total);
    }

    private function read(Archive $archive, HistoryQuery $query, int $limit, int $offset): Page
    {
        try {
            return $archive->page($query, $limit, $this->place ?? Place::numbered($offset));
        } catch (TooFar|InvalidValue $e) {
            if ($e instanceof InvalidValue && !\in_array($e->field, ['cursor', 'offset'], true)) {
                throw $e;
            }
            // The core also keeps the number of a page seen long ago: only who asks for one is told that it is out of reach.
            $this->problem = $this->place === null ? '' : Reason::tooFar();
        }

        return $archive->page($query, $limit, Place::numbered(0));
    }
}
