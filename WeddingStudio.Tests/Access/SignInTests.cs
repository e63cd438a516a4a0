using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Tests.Access;

/// <summary>The door as somebody tries it who knows names and no password.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task Who_knows_only_a_name_shuts_nobody_out()
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var visitor = studio.Visitor();

        for (var attempt = 0; attempt < 8; attempt++)
            Assert.Equal(HttpStatusCode.OK, (await TryAsync(visitor, "Mia", "wrong password")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(visitor, "Mia", StudioApp.Password)).StatusCode);
    }

    [Fact]
    public async Task Guessing_at_many_names_shuts_nobody_out_who_comes_from_the_same_address()
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var visitor = studio.Visitor();

        for (var attempt = 0; attempt < 25; attempt++)
            await TryAsync(visitor, $"somebody {attempt}", "wrong password");

        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(visitor, "Mia", StudioApp.Password)).StatusCode);
    }

    [Fact]
    public async Task A_name_that_exists_costs_as_much_work_as_one_that_does_not()
    {
        var hasher = new CountingHasher();
        await using var studio = new StudioApp(services => services.AddSingleton<IPasswordHasher<StudioUser>>(hasher));
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        await AddWithoutPasswordAsync(studio, "Anna");
        using var visitor = studio.Visitor();
        await TryAsync(visitor, "Nobody", "to warm up");

        var work = new Dictionary<string, (int Hashed, int Verified)>();
        foreach (var name in (string[])["Mia", "Nobody", "Anna", "Mia", "Nobody2", "Anna"])
        {
            hasher.Forget();
            await TryAsync(visitor, name, "wrong password");
            work[name] = hasher.Work;
        }

        Assert.All(work, tried => Assert.Equal((0, 1), tried.Value));
    }

    private static Task<HttpResponseMessage> TryAsync(HttpClient visitor, string name, string password, string query = "") =>
        StaticForm.SendAsync(visitor, "/sign-in" + query, ("Form.Name", name), ("Form.Password", password));

    private static async Task AddWithoutPasswordAsync(StudioApp studio, string name)
    {
        await using var scope = studio.Services.CreateAsyncScope();
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<StudioUser>>()
            .CreateAsync(new StudioUser { UserName = name })).Succeeded);
    }

    /// <summary>The real hasher, and how often it had to work.</summary>
    private sealed class CountingHasher : PasswordHasher<StudioUser>
    {
        private int _hashed, _verified;

        public (int Hashed, int Verified) Work => (_hashed, _verified);

        public void Forget() => (_hashed, _verified) = (0, 0);

        public override string HashPassword(StudioUser user, string password)
        {
            Interlocked.Increment(ref _hashed);
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(StudioUser user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
