scene office
dcadmin relation add --person p-12 --org 0777.999.980 --category vaste --email lucas@example.be --phone +3212345678
dcadmin chief request --org 0566.988.259 --person p-12 --email directie@example.be --phone +3212345678 --reason 'no eID yet' --document letter-2026-118
dcadmin chief request --org 0566.988.259 --person p-30 --email directie@example.be --phone +3212345678 --reason 'no eID yet' --document letter-2026-119
dcadmin chief request --org 0777.999.980 --person p-12 --email directie@example.be --phone +3212345678 --reason 'no eID yet' --document letter-2026-120
dcadmin chief refuse q-3 --reason 'the letter is not signed'
