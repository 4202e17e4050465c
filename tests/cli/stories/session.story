# A session by a password, which is enough for an application that asks for little.
scene granted
set XDG_STATE_HOME=FOLDER/state
set DCADMIN_ASSERT_KEY_FILE=FOLDER/signing.pem
apart the password is asked on a terminal: tests/sign_in/program.sh does it by a file
dcadmin key activate password --person p-12 --user lucas.maes --reason 'identity card seen'
input
  vier woorden naast elkaar
dcadmin key activate password --person p-12 --user lucas.maes --reason 'identity card seen' --password-file -
apart an application reads the QR code and makes a code: tests/sign_in/program.sh has oathtool do it
dcadmin key activate app --person p-12
apart a code is asked that an application makes: tests/sign_in/program.sh has oathtool do it
dcadmin auth login --key app --user lucas.maes --for 0566.988.259
apart a code is asked that an application makes: tests/sign_in/program.sh has oathtool do it
dcadmin auth login --key app --user lucas.maes --step-up
apart a code is asked that an application makes: tests/sign_in/program.sh has oathtool do it
dcadmin key check app --user lucas.maes
dcadmin app add --code zone --name 'Beveiligde zone' --right wse-loket --min-level 200 --client-id zone-web
dcadmin config set assert.issuer https://toegang.example.be
dcadmin signing create
dcadmin signing list
dcadmin signing export > jwks.json
dcadmin signing rotate --reason 'each year'
input
  vier woorden naast elkaar
dcadmin auth login --key password --user lucas.maes --password-file - --for self
dcadmin auth status
dcadmin auth switch 0566.988.259
dcadmin auth token
dcadmin auth assert --app zone --nonce n-0S6
dcadmin auth logout --all
