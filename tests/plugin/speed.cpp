// x
int main() {}
