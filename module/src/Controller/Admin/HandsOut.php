<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\StreamedResponse;

/** Files that are written while they are sent: none is ever held as a whole. */
trait HandsOut
{
    /**
     * @param string $file its name, "" for a page
     * @param \Closure(): void $write all of it, by send()
     */
    private function handOut(Request $request, string $type, string $file, \Closure $write): StreamedResponse
    {
        // Other pages of this employee must not wait for it.
        if ($request->hasSession()) {
            $request->getSession()->save();
        }
        $headers = ['Content-Type' => $type, 'Cache-Control' => 'private, no-store', 'X-Content-Type-Options' => 'nosniff'];
        if ($file !== '') {
            $headers['Content-Disposition'] = "attachment; filename=\"$file\"";
        }

        return new StreamedResponse(function () use ($write): void {
            $this->unbuffer();
            $write();
        }, 200, $headers);
    }

    /** To the browser at once. */
    private function send(string $text): void
    {
        echo $text;
        if (\ob_get_level() > 0) {
            \ob_flush();
        }
        \flush();
    }

    /** A buffer within another would keep the whole of it. One with a handler (compression) stays, and flushes. */
    private function unbuffer(): void
    {
        while (\ob_get_level() > 1 && (\ob_get_status()['name'] ?? '') === 'default output handler' && \ob_end_flush()) {
        }
    }
}
