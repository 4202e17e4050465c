scene granted
dcadmin --as p-2 right request --org 0566.988.259 --right dah-gebruiker --reason 'new desk'
dcadmin --as p-12 right request --org 0566.988.259 --right dah-gebruiker --reason 'new desk'
dcadmin --as p-30 right request --org 0566.988.259 --right dah-gebruiker --reason 'new desk'
dcadmin --as p-5 relation request --org 0566.988.259 --category vaste --email elodie@example.be --phone +3212345678 --reason 'works there'
dcadmin --as p-6 relation request --org 0566.988.259 --category vaste --email bram@example.be --phone +3212345678 --reason 'works there'
dcadmin --as p-1 task accept t-5
