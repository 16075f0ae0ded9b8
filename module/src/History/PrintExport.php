<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\History;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\OfflineMessage;

/** A page to be printed, or kept as a PDF by the browser. */
final class PrintExport implements Export
{
    private const FOLDER = '@Modules/onlinechat/views/templates/admin/';

    private ?Exchange $exchange = null;

    /** @param \Closure(string, array<string, mixed>): string $render a template */
    public function __construct(private \Closure $render)
    {
    }

    public function type(): string
    {
        return 'text/html; charset=utf-8';
    }

    public function extension(): string
    {
        return '';
    }

    public function begin(): string
    {
        $language = \Context::getContext()->language;

        return ($this->render)(self::FOLDER . 'history_print_begin.html.twig', [
            'language' => $language->iso_code,
            'direction' => $language->is_rtl ? 'rtl' : 'ltr',
            'style' => __PS_BASE_URI__ . 'modules/onlinechat/views/css/history.css',
            'now' => Moment::text(\time() * 1000),
        ]);
    }

    public function line(Line $line, ?OfflineMessage $message): string
    {
        $this->exchange = new Exchange($line, $message);

        return ($this->render)(self::FOLDER . '_exchange_begin.html.twig', $this->exchange->head());
    }

    public function part(array $conversations): string
    {
        return $this->exchange === null ? '' : ($this->render)(self::FOLDER . '_exchange_said.html.twig', $this->exchange->said($conversations));
    }

    public function closeLine(): string
    {
        return "</article>\n";
    }

    public function end(): string
    {
        return "</main>\n</body>\n</html>\n";
    }

    public function broken(string $reason): string
    {
        return '<p><strong>' . \htmlspecialchars($reason) . '</strong></p>' . $this->end();
    }
}
