<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Reply;

if (!defined('_PS_VERSION_')) {
    exit;
}

use Doctrine\DBAL\Query\QueryBuilder;
use PrestaShop\PrestaShop\Core\Grid\Query\AbstractDoctrineQueryBuilder;
use PrestaShop\PrestaShop\Core\Grid\Search\SearchCriteriaInterface;

/** The rows of the table of canned replies. */
final class ReplyQuery extends AbstractDoctrineQueryBuilder
{
    private const COLUMNS = ['id_reply' => 'r.id_reply', 'language' => 'r.language', 'shortcut' => 'r.shortcut', 'text' => 'r.text', 'shop' => 's.name'];

    public function getSearchQueryBuilder(?SearchCriteriaInterface $searchCriteria = null)
    {
        $order = self::COLUMNS[(string) $searchCriteria?->getOrderBy()] ?? 'r.shortcut';

        return $this->narrowed($searchCriteria)
            ->select('r.id_reply, r.language, r.shortcut, r.text, COALESCE(s.name, \'–\') AS shop')
            ->orderBy($order, $searchCriteria?->getOrderWay() === 'desc' ? 'desc' : 'asc')
            ->addOrderBy('r.id_reply')
            ->setFirstResult((int) $searchCriteria?->getOffset())
            ->setMaxResults((int) $searchCriteria?->getLimit() ?: 50);
    }

    public function getCountQueryBuilder(?SearchCriteriaInterface $searchCriteria = null)
    {
        return $this->narrowed($searchCriteria)->select('COUNT(*)');
    }

    private function narrowed(?SearchCriteriaInterface $criteria): QueryBuilder
    {
        $query = $this->connection->createQueryBuilder()
            ->from($this->dbPrefix . 'onlinechat_reply', 'r')
            ->leftJoin('r', $this->dbPrefix . 'shop', 's', 's.id_shop = r.id_shop');
        foreach ($criteria?->getFilters() ?? [] as $name => $value) {
            if ($name === 'language' && (string) $value !== '') {
                $query->andWhere('r.language = :language')->setParameter('language', (string) $value);
            } elseif (isset(self::COLUMNS[$name]) && $value !== '') {
                $query->andWhere(self::COLUMNS[$name] . " LIKE :$name")->setParameter($name, '%' . \addcslashes((string) $value, '%_\\') . '%');
            }
        }

        return $query;
    }
}
