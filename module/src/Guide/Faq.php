<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Guide;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Answers to what owners ask (G2), as data: data/faq.LANGUAGE.json.
 *
 * @phpstan-type Question array{id: string, question: string, answer: list<string>}
 * @phpstan-type Chapter array{title: string, questions: list<Question>}
 */
final class Faq
{
    /**
     * @param string $language ISO code; what there is no file for reads English
     *
     * @return list<Chapter>
     */
    public static function of(string $language): array
    {
        $file = \dirname(__DIR__, 2) . '/data/faq.%s.json';
        $own = \preg_match('/^[a-z]{2}$/D', $language) === 1 ? \sprintf($file, $language) : '';
        /** @var list<Chapter> $chapters */
        $chapters = \json_decode((string) \file_get_contents(\is_file($own) ? $own : \sprintf($file, 'en')), true, 16, JSON_THROW_ON_ERROR);

        return $chapters;
    }
}
