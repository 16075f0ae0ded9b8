<?php

declare(strict_types=1);

namespace OnlineChat\Tests\Module;

use PHPUnit\Framework\TestCase;
use PrestaShop\Module\OnlineChat\Settings\Choices;

require_once __DIR__ . '/support/shop.php';

/** Pages and groups as the settings offer them. */
final class ChoicesTest extends TestCase
{
    public function testEachCanBeChosenHoweverItIsCalled(): void
    {
        $pages = [
            ['id_cms' => '2', 'meta_title' => 'Legal notice'], ['id_cms' => '3', 'meta_title' => 'Legal notice'],
            ['id_cms' => '4', 'meta_title' => 'None'], ['id_cms' => '5', 'meta_title' => '12'],
        ];
        $this->assertSame(
            ['None' => 0, 'Legal notice' => 2, 'Legal notice (3)' => 3, 'None (4)' => 4, '12' => 5],
            Choices::named($pages, 'id_cms', 'meta_title', ['None' => 0])
        );
    }

    public function testPageThatEachShopCallsOtherwiseIsOne(): void
    {
        $rows = [['id_cms' => '2', 'meta_title' => 'Terms'], ['id_cms' => '2', 'meta_title' => 'Terms of sale']];
        $this->assertSame(['Terms' => 2], Choices::named($rows, 'id_cms', 'meta_title'));
    }
}
