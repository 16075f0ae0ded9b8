<?php

declare(strict_types=1);

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Front\AnswerController;
use PrestaShop\Module\OnlineChat\History\Digest;
use PrestaShop\Module\OnlineChat\Mail\Post;
use PrestaShop\Module\OnlineChat\Mail\Round;
use PrestaShop\Module\OnlineChat\Privacy\Retention;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\ChatSettings;
use PrestaShop\Module\OnlineChat\Shop\Publisher;

/**
 * Sends what is due in this shop, erases what is past its retention period and makes findable what was said since: for a
 * cron that fetches addresses, by its token. After a message was left, one letter.
 */
class OnlinechatMailModuleFrontController extends AnswerController
{
    private const BATCH = 20;
    private const EXPIRED = 200;
    private const DIGESTED = 500;

    protected function answer(): array
    {
        $token = (string) Tools::getValue('token', '');
        if ($token !== '' && !hash_equals(ChatSettings::mailToken(), $token)) {
            throw new Problem('not-allowed', 'token: not the one of the configuration page', 'token');
        }
        if ($token === '' && $_SERVER['REQUEST_METHOD'] !== 'POST') {
            throw new Problem('wrong-method', 'without a token: POST', '', ['Allow: POST']);
        }
        if ($token !== '') {
            (new Publisher(new ChatFactory()))->refresh($this->context->shop);
            (new Retention(new ChatFactory()))->ofAllGone(self::EXPIRED);
        }
        $counts = (new Round(new ChatFactory(), new Post()))->of($this->context->shop, $token === '' ? 1 : self::BATCH);

        // How much is due is nobody's business but the owner's.
        return $token === '' ? [] : $counts + [
            'erased' => (new Retention(new ChatFactory()))->of($this->context->shop, self::EXPIRED),
            'findable' => (new Digest(new ChatFactory()))->of($this->context->shop, self::DIGESTED),
        ];
    }
}
