<?php

namespace OnlineChat\Bench\History;

/** What is searched for. */
final class Words
{
    private const VARIANTS = 20;
    /** Each known to the generator (bench/history/language.c). */
    public const TOGETHER = [['blue', 'jacket'], ['parcel', 'delivery'], ['invoice', 'payment'], ['shoes', 'size'], ['refund', 'return'],
        ['colis', 'livraison'], ['retour', 'remboursement'], ['lieferung', 'paket']];
    /** One of one language and one of another: both common, never or nearly never in one conversation. */
    public const APART = [['parcel', 'colis'], ['delivery', 'lieferung'], ['thank', 'merci'], ['shoes', 'zapatos']];
    public const PHRASES = ['my parcel', 'you can', 'the order', 'when is', 'blue shoes', 'la livraison', 'le colis'];
    public const BEGINNINGS = ['deliv', 'refun', 'livr', 'rembours', 'liefer', 'zamówie'];
    public const UNSPACED = ['订单', '快递', '什么时候', '発送', '届きました', 'ขอบคุณ'];
    public const FOLDED = ['LIVRAISON', 'DESOLEE', 'grosse', 'cuando', 'Größe'];

    public function __construct(private readonly \PDO $pdo)
    {
    }

    /** In three to sixty documents. @return list<string> */
    public function rare(): array
    {
        return $this->some('documents BETWEEN 3 AND 60', 'id');
    }

    /** @return list<string> */
    public function common(): array
    {
        return array_slice($this->some('documents > 1000 AND CHAR_LENGTH(word) >= 3', 'documents DESC', false), 0, 12);
    }

    /** @return list<string> */
    private function some(string $which, string $order, bool $spread = true): array
    {
        $all = $this->pdo->query('SELECT word FROM ' . Data::PREFIX . 'word WHERE shop = ' . Data::SHOP . " AND $which AND word REGEXP"
            . " '^[a-z]+$' ORDER BY $order LIMIT 20000")->fetchAll(\PDO::FETCH_COLUMN);
        $step = $spread ? max(1, intdiv(count($all), self::VARIANTS)) : 1;
        $some = [];
        for ($i = 0; $i < count($all) && count($some) < self::VARIANTS; $i += $step) {
            $some[] = (string) $all[$i];
        }
        return $some;
    }
}
