<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Controller\Admin;

if (!defined('_PS_VERSION_')) {
    exit;
}

use PrestaShop\Module\OnlineChat\Entry\Problem;
use PrestaShop\Module\OnlineChat\Operator\DisplayName;
use PrestaShop\Module\OnlineChat\Operator\Profile;
use PrestaShop\Module\OnlineChat\Operator\ServedShops;
use PrestaShop\Module\OnlineChat\Shop\ChatSettings;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** An employee's own display name, capacity, languages and mutes. Nobody changes those of another. */
class ProfileController extends ConsoleController
{
    public function saveAction(Request $request): Response
    {
        return $this->answer(function () use ($request): array {
            $body = $this->body($request);
            $unknown = \array_diff(\array_keys($body), ['shop', 'name', 'capacity', 'languages', 'mute']);
            if ($unknown !== []) {
                throw new Problem('invalid', \current($unknown) . ': not a member of a profile', (string) \current($unknown));
            }
            /** @var \Employee $employee the right to chat is theirs */
            $employee = \Context::getContext()->employee;
            $shop = $this->shop((int) ($body['shop'] ?? 0));
            $profile = new Profile((int) $employee->id);
            if (\array_intersect_key($body, ['name' => 0, 'capacity' => 0, 'languages' => 0]) !== []) {
                $profile->change((int) $shop->id, self::ownOnly($body, $employee, $shop));
            }
            if (isset($body['mute'])) {
                $profile->mute((array) $body['mute']);
            }

            return ['shop' => (int) $shop->id, 'own' => $profile->inShop((int) $shop->id), 'mute' => $profile->muted()]
                + ['employee' => ServedShops::employee($employee, $shop, $profile)];
        });
    }

    /**
     * What is as the shop has it anyway is not kept: the owner's later changes apply then.
     *
     * @param array<string, mixed> $body
     *
     * @return array<string, mixed>
     */
    private static function ownOnly(array $body, \Employee $employee, \Shop $shop): array
    {
        if (($body['name'] ?? null) === DisplayName::unlessOwn($employee, $shop)) {
            $body['name'] = '';
        }
        if (\array_key_exists('capacity', $body) && \in_array($body['capacity'], [null, ChatSettings::capacity($shop)], true)) {
            $body['capacity'] = 0;
        }

        return $body;
    }
}
