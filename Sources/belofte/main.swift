print("belofte")
