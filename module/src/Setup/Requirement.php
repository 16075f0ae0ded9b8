<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

/** The PHP extension, without which the module does nothing. */
final class Requirement
{
    public const VERSION = '0.1.0';

    public static function met(): bool
    {
        return \extension_loaded('onlinechat') && \version_compare((string) \phpversion('onlinechat'), self::VERSION, '>=');
    }

    /**
     * What is missing, null if nothing is. A command line and a web server have a php.ini each: the message says whose
     * this is.
     *
     * @param \Symfony\Contracts\Translation\TranslatorInterface $translator
     */
    public static function missing($translator): ?string
    {
        if (self::met()) {
            return null;
        }
        $places = [
            '%sapi%' => PHP_SAPI,
            '%php%' => PHP_VERSION,
            '%ini%' => \php_ini_loaded_file() ?: '–',
            '%needed%' => self::VERSION,
            '%found%' => (string) \phpversion('onlinechat'),
        ];

        return \extension_loaded('onlinechat')
            ? $translator->trans(
                'The PHP extension onlinechat is too old: %found%, needed is %needed% (PHP %php%, %sapi%, %ini%).',
                $places,
                'Modules.Onlinechat.Admin'
            )
            : $translator->trans(
                'The PHP extension onlinechat is not loaded in PHP %php% (%sapi%). Install it and add "extension=onlinechat" to %ini%, then restart PHP.',
                $places,
                'Modules.Onlinechat.Admin'
            );
    }
}
