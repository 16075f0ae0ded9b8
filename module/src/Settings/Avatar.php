<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

use Symfony\Component\HttpFoundation\File\UploadedFile;

/**
 * The picture at the head of the window. What was uploaded is drawn anew as a small PNG: nothing of the file itself,
 * neither its name nor what else it may hold, reaches the server's folder. It stands in PrestaShop's own folder for
 * images, where the web server runs no PHP and which an upgrade of the module leaves alone.
 */
final class Avatar
{
    private const SIZE = 128;
    private const MOST_BYTES = 2097152;
    private const MOST_PIXELS = 4096;
    private const TYPES = [IMAGETYPE_PNG, IMAGETYPE_JPEG, IMAGETYPE_WEBP];

    /** Why not, in the employee's language. */
    public static function problem(?UploadedFile $file): ?string
    {
        if ($file === null) {
            return null;
        }
        if (!$file->isValid() || $file->getSize() > self::MOST_BYTES) {
            return Words::say('Picture: at most %n% MB.', ['%n%' => self::MOST_BYTES >> 20]);
        }
        $found = @\getimagesize($file->getPathname());
        if ($found === false || !\in_array($found[2], self::TYPES, true)) {
            return Words::say('Picture: a PNG, JPEG or WebP file.');
        }
        if (\max($found[0], $found[1]) > self::MOST_PIXELS) {
            return Words::say('Picture: at most %n% pixels wide and high.', ['%n%' => self::MOST_PIXELS]);
        }

        return self::drawn($file) === null ? Words::say('Picture: the file is damaged.') : null;
    }

    /** @return string the name of the file that was made */
    public static function keep(UploadedFile $file): string
    {
        $content = self::drawn($file);
        if ($content === null) {
            throw new \RuntimeException('avatar: not a picture');
        }
        $folder = self::folder();
        if (!\is_dir($folder) && !@\mkdir($folder, 0775, true) && !\is_dir($folder)) {
            throw new \RuntimeException("$folder cannot be made");
        }
        if (!\is_file("{$folder}index.php")) {
            @\copy(_PS_ROOT_DIR_ . '/img/index.php', "{$folder}index.php");
        }
        // Another picture has another address: browsers keep this one as long as they like.
        $name = \substr(\hash('sha256', $content), 0, 16) . '.png';
        if (@\file_put_contents($folder . $name, $content) === false) {
            throw new \RuntimeException("$folder$name cannot be written");
        }

        return $name;
    }

    /** The address's path, "" without a picture. */
    public static function path(\Shop $shop, string $name): string
    {
        return \preg_match('/^[0-9a-f]{16}\.png$/D', $name) === 1 ? $shop->physical_uri . "img/onlinechat/$name" : '';
    }

    public static function removeAll(): void
    {
        foreach (\glob(self::folder() . '*') ?: [] as $file) {
            @\unlink($file);
        }
        @\rmdir(self::folder());
    }

    private static function folder(): string
    {
        return _PS_ROOT_DIR_ . '/img/onlinechat/';
    }

    /** The middle square, as a PNG. */
    private static function drawn(UploadedFile $file): ?string
    {
        $image = @\imagecreatefromstring((string) \file_get_contents($file->getPathname()));
        if ($image === false) {
            return null;
        }
        [$width, $height] = [\imagesx($image), \imagesy($image)];
        $side = \min($width, $height);
        $small = \imagecreatetruecolor(self::SIZE, self::SIZE);
        if ($small === false) {
            return null;
        }
        \imagealphablending($small, false);
        \imagesavealpha($small, true);
        \imagecopyresampled($small, $image, 0, 0, \intdiv($width - $side, 2), \intdiv($height - $side, 2), self::SIZE, self::SIZE, $side, $side);
        \ob_start();
        \imagepng($small, null, 9);

        return (string) \ob_get_clean();
    }
}
