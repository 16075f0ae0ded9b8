<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Mail;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** One mail to be: a template of the module, in a language of the shop, with what goes into it. */
final class Letter
{
    /**
     * @param string $template without language and ending: module/mails/LANGUAGE/$template.html and .txt
     * @param array<string, string> $values by name: as people typed them, Text makes them safe for each part
     * @param string $replyTo "": the shop's own address
     */
    public function __construct(
        public readonly \Shop $shop,
        public readonly int $language,
        public readonly string $template,
        public readonly string $subject,
        public readonly array $values,
        public readonly string $to,
        public readonly string $toName = '',
        public readonly string $replyTo = '',
        public readonly string $replyToName = '',
    ) {
    }
}
