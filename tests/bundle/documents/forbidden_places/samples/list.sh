curl https://pets.example/pets
