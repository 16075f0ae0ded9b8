<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Setup;

if (!defined('_PS_VERSION_')) {
    exit;
}

/** Canned replies a shop begins with; the owner changes them in the back office. */
final class StarterReplies
{
    /** By language and shortcut. */
    public const ALL = [
        'en' => [
            'hello' => 'Hello {customer_firstname}, this is {operator} from {shop}. How can I help you?',
            'moment' => 'One moment please, I am looking it up for you.',
            'stock' => 'Good news: {product} is in stock and can be sent today.',
            'delivery' => 'Orders are usually delivered within two to three working days. You receive a tracking number by email as soon as the parcel leaves us.',
            'returns' => 'You may return what you ordered. Tell me the number of your order and I will explain how.',
            'order' => 'Could you tell me the number of your order, please? You find it in the confirmation we sent you by email.',
            'bye' => 'You are welcome, {customer_firstname}. Thank you for visiting {shop}, have a nice day!',
        ],
        'fr' => [
            'bonjour' => 'Bonjour {customer_firstname}, ici {operator} de {shop}. Comment puis-je vous aider ?',
            'instant' => 'Un instant, s’il vous plaît, je vérifie cela pour vous.',
            'stock' => 'Bonne nouvelle : {product} est en stock et peut partir aujourd’hui.',
            'livraison' => 'Les commandes sont en général livrées sous deux à trois jours ouvrés. Vous recevez un numéro de suivi par e-mail dès que le colis part.',
            'retour' => 'Vous pouvez retourner votre commande. Donnez-moi son numéro et je vous explique comment faire.',
            'commande' => 'Pourriez-vous m’indiquer le numéro de votre commande ? Il figure dans la confirmation reçue par e-mail.',
            'merci' => 'Avec plaisir, {customer_firstname}. Merci de votre visite chez {shop}, bonne journée !',
        ],
    ];
}
